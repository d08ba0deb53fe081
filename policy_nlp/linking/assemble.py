"""Tying everything to tasks: units, deadlines and targets of one plan become records."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from policy_nlp.extraction.actors import find_actors
from policy_nlp.extraction.context import Bounds
from policy_nlp.extraction.measures import Measure, target_lexicon
from policy_nlp.extraction.mentions import Mention
from policy_nlp.linking.candidates import Candidate
from policy_nlp.linking.coverage import Covering
from policy_nlp.linking.finds import Dated, Finds
from policy_nlp.linking.things import things
from policy_nlp.schema import Deadline, DeadlineKind, Role, Span, Target, Unit
from policy_nlp.structure.page import LaidOut
from policy_nlp.text.ordered import Ordered


class Assembler:
    """Makes records of one plan's finds: `ids[i]` is the id of candidate i."""

    def __init__(self, page: LaidOut, text: str, finds: Finds, ids: Mapping[int, str]) -> None:
        self._page = page
        self._text = text
        self._finds = finds
        self._ids = ids
        self._language = page.language
        self._kept = [index for index in range(len(finds.tasks)) if index in ids]
        self._starts = [finds.tasks[index].start for index in self._kept]
        self._blocks = [covering.block.span for covering in finds.coverings]
        self._block_places = Ordered(self._blocks)
        self._due_places = Ordered(dated.mention.span for dated in finds.dues)
        self._bounds: Bounds = target_lexicon(page.language).bounds

    def span(self, span: Span) -> Span:
        """The raw span."""
        return self._page.raw(span)

    def quote(self, span: Span) -> str:
        """The raw text of a span of the view."""
        start, end = self._page.raw(span)
        return self._text[start:end]

    def task_at(self, position: int) -> int | None:
        """The innermost kept candidate around `position`."""
        place = bisect_right(self._starts, position) - 1
        while place >= 0:
            index = self._kept[place]
            if position < self._finds.tasks[index].end:
                return index
            place -= 1
            if place < 0 or self._finds.tasks[self._kept[place]].end <= self._finds.tasks[index].start:
                return None
        return None

    def units(self) -> Iterator[Unit]:
        """Yield the units of blocks, those of lead-ins, then the acting subjects."""
        for covering in self._finds.coverings:
            ids = tuple(self._ids[index] for index in covering.tasks if index in self._ids)
            if ids:
                yield from (self._unit(mention, ids, covering.block.span) for mention in covering.block.mentions)
        for lead_in in self._finds.lead_ins:
            ids = tuple(self._ids[index] for index in lead_in.tasks if index in self._ids)
            if ids:
                yield from (self._unit(mention, ids, mention.span) for mention in lead_in.mentions)
        yield from self._actors()

    def _unit(self, mention: Mention, ids: tuple[str, ...], origin: Span | None) -> Unit:
        inherited = self.span(origin) if origin is not None and len(ids) > 1 else None
        return Unit(
            self.quote(mention.span),
            self.span(mention.span),
            mention.role,
            ids,
            rule=mention.rule,
            inherited_from=inherited,
        )

    def _actors(self) -> Iterator[Unit]:
        for index in self._kept:
            seen: set[tuple[str, bool]] = set()
            for words, mention in self._acting(self._finds.tasks[index]):
                leads = mention.role is Role.LEAD
                if (words, True) not in seen and (leads or (words, False) not in seen):
                    seen.add((words, leads))
                    yield self._unit(mention, (self._ids[index],), None)

    def _acting(self, task: Candidate) -> Iterator[tuple[str, Mention]]:
        """The bodies that the own text of a task orders to act, with their names."""
        text = self._page.view.text
        no_bodies = things(text, language=self._language)
        for start, end in self._free_pieces(task):
            for mention in find_actors(text, start, end, language=self._language):
                words = text[mention.span[0] : mention.span[1]]
                if words not in no_bodies:
                    yield words, mention

    def _free_pieces(self, task: Candidate) -> Iterator[Span]:
        """The own text of a task, responsibility blocks left out."""
        for start, end in task.pieces:
            cursor = start
            for index in self._block_places.touching(start, end):
                a, b = self._blocks[index]
                if a > cursor:
                    yield cursor, a
                cursor = b
            if cursor < end:
                yield cursor, end

    def deadlines(self) -> Iterator[Deadline]:
        """Yield a deadline for each task that a due time holds for."""
        for dated in self._finds.dues:
            ids, origin = self._holders(dated.mention.span)
            yield from (self._deadline(dated, task, origin) for task in ids)

    def _holders(self, span: Span) -> tuple[list[str | None], Span | None]:
        """The tasks that what stands at `span` holds for, and the block that covers them where there are several."""
        covering = self._covering(span)
        if covering is None:
            task = self.task_at(span[0])
            return [self._ids[task] if task is not None else None], None
        ids: list[str | None] = [self._ids[index] for index in covering.tasks if index in self._ids]
        if len(ids) < 2:
            return ids, None
        return (ids, covering.block.span) if covering.repeats else ([None], None)

    def _covering(self, span: Span) -> Covering | None:
        index = self._block_places.around(span[0])
        return None if index is None else self._finds.coverings[index]

    def _deadline(self, dated: Dated, task: str | None, origin: Span | None) -> Deadline:
        mention = dated.mention
        return Deadline(
            quote=self.quote(mention.span),
            span=self.span(mention.span),
            kind=DeadlineKind(dated.value.kind),
            value=dated.value.value,
            task=task,
            anchor=mention.anchor,
            modality=mention.modality,
            reason=dated.value.reason,
            rule=mention.rule,
            inherited_from=self.span(origin) if origin is not None else None,
        )

    def targets(self) -> Iterator[Target]:
        """Yield the targets with the task that they stand in and the deadline that governs them."""
        stated = self._stated_dues()
        for measure in self._finds.measures:
            if self._names_bodies(measure):
                continue
            due = self._governing(measure) or self._over_column(measure)
            ids, _ = self._holders(measure.span)
            yield from (self._target(measure, task, due or stated.get(task)) for task in ids)

    def _names_bodies(self, measure: Measure) -> bool:
        """Whether the target only says that all of some bodies answer: `Support: all schools`."""
        covering = self._covering(measure.span)
        mentions = covering.block.mentions if covering else ()
        return any(mention.span[0] <= measure.span[0] < mention.span[1] for mention in mentions)

    def _over_column(self, measure: Measure) -> str | None:
        """The day that the head of the target's column names."""
        covering = self._covering(measure.span)
        head = self._finds.year_heads.get(covering.block.span) if covering else None
        inside = self._due_places.beginning(*head) if head else ()
        return self._finds.dues[inside[-1]].value.value if inside else None

    def _stated_dues(self) -> dict[str | None, str | None]:
        """The first due time that a block or a cell states for each task."""
        found: dict[str | None, str | None] = {}
        for dated in self._finds.dues:
            if self._covering(dated.mention.span) is not None:
                for task in self._holders(dated.mention.span)[0]:
                    found.setdefault(task, dated.value.value)
        found.pop(None, None)
        return found

    def _target(self, measure: Measure, task: str | None, due: str | None) -> Target:
        return Target(
            quote=self.quote(measure.span),
            span=self.span(measure.span),
            kind=measure.kind,
            op=measure.op,
            value=measure.value,
            unit=measure.unit,
            bound=measure.bound,
            of=measure.of,
            subject=measure.subject,
            deadline=due,
            task=task,
            baseline=measure.baseline,
            rule=measure.rule,
        )

    def _governing(self, measure: Measure) -> str | None:
        """The value of the last due time before the target in its sentence, else of the next in its clause.

        What only says how often gives way to the day that the clause names behind the target, and any due time to one
        that stands right behind it.
        """
        text = self._page.view.text
        sentence = self._bounds.sentence(text, measure.span[0], 0, len(text))
        clause = self._bounds.clause(text, measure.span[1], 0, len(text))
        before = self._due_places.beginning(sentence[0], measure.span[0])
        after = self._due_places.beginning(measure.span[0], clause[1])
        chosen = before[-1] if before else after[0] if after else None
        if before and after and (self._says_how_often(before[-1]) or self._follows(measure, after[0])):
            chosen = after[0]
        return None if chosen is None else self._finds.dues[chosen].value.value

    def _says_how_often(self, due: int) -> bool:
        return self._finds.dues[due].value.kind == "recurring"

    def _follows(self, measure: Measure, due: int) -> bool:
        """Whether a due time stands right behind the target: `10 % by 2025 and 30 % by 2030`."""
        return self._finds.dues[due].mention.span[0] - measure.span[1] <= 1
