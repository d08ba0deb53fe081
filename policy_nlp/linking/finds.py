"""What one plan holds: its candidates and what covers them, its due times with their values, its targets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from policy_nlp.extraction.blocks import find_blocks
from policy_nlp.extraction.deadlines import DueMention, due_context, find_due, find_due_in_cell
from policy_nlp.extraction.measures import Measure, measure_in_cell
from policy_nlp.extraction.targets import find_measures
from policy_nlp.linking.candidates import Candidate, Need, candidates
from policy_nlp.linking.coverage import Covering, cover, with_rows
from policy_nlp.linking.due_parts import Reader, reader
from policy_nlp.linking.due_values import DueValue, due_value
from policy_nlp.linking.fiscal import fiscal_year
from policy_nlp.linking.footnotes import outside, with_footnotes
from policy_nlp.linking.lead_ins import LeadIn, lead_ins
from policy_nlp.linking.records import record_values
from policy_nlp.linking.rows import row_candidates
from policy_nlp.linking.stretches import Stretches, stretches_of
from policy_nlp.linking.year_heads import day_in_head, year_heads
from policy_nlp.linking.years import first_year
from policy_nlp.schema import Span
from policy_nlp.structure.outline import Node
from policy_nlp.structure.page import LaidOut
from policy_nlp.structure.plans import PlanSpan
from policy_nlp.structure.tables import is_cell

_NEAR = 12
"""How far from a due time that counts from another one this other may begin, and how far inside the anchor."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A due time with its value."""

    mention: DueMention
    value: DueValue


@dataclass(frozen=True, slots=True)
class Finds:
    """What was found in one plan, in the offsets of the view."""

    tasks: Sequence[Candidate]
    coverings: tuple[Covering, ...]
    lead_ins: tuple[LeadIn, ...]
    dues: tuple[Dated, ...]
    measures: tuple[Measure, ...]
    year_heads: Mapping[Span, Span]
    """The cells that tell targets, with the heads that say by when their column has to be reached."""

    def kept(self) -> list[int]:
        """Return the candidates that hold the due time or the target without which they are no task."""
        dues = sorted(dated.mention.span[0] for dated in self.dues)
        measures = sorted(measure.span[0] for measure in self.measures)
        return [index for index, task in enumerate(self.tasks) if _holds_need(task, dues, measures)]


def _holds_need(task: Candidate, dues: Sequence[int], measures: Sequence[int]) -> bool:
    if task.need is Need.NOTHING:
        return True
    return _holds(task, dues) or (task.need is Need.MEASURE and _holds(task, measures))


def _holds(task: Candidate, places: Sequence[int]) -> bool:
    return bisect_left(places, task.start) < bisect_left(places, task.end)


def collect(page: LaidOut, plan: PlanSpan, root: Node, *, fiscal_start: int | None = None) -> Finds:
    """Return what the plan with this outline holds; `fiscal_start` is found where it is not given."""
    text, language = page.view.text, page.language
    pieces = sorted(
        (p for node in root.walk() for p in node.paragraphs + node.tail if not is_cell(p)), key=lambda p: p.start
    )
    blocks = find_blocks(text, pieces, language=language)
    rows, notes = with_footnotes(text, root, row_candidates(text, root, language=language), language=language)
    leaves = outside(candidates(text, root, language=language), notes)
    tasks, coverings = with_rows(*cover(text, leaves, blocks, language=language), rows)
    values = record_values(text, root, tasks, language=language)
    stretches = stretches_of(text, root, rows, values, tasks, language=language)
    heads = year_heads(text, root, rows, language=language)
    fiscal = fiscal_year(text, plan.span, language=language, start=fiscal_start)
    return Finds(
        tasks,
        tuple(sorted([*coverings, *(value.covering for value in values)], key=lambda covering: covering.block.span)),
        tuple(lead_ins(text, root, tasks, language=language)),
        tuple(_all_dues(text, plan, root, tasks, stretches, sorted({*heads.values()}), reader(language, fiscal))),
        tuple(_measures(text, page.written, stretches, heads, language)),
        heads,
    )


def _all_dues(
    text: str,
    plan: PlanSpan,
    root: Node,
    tasks: Sequence[Candidate],
    stretches: Stretches,
    heads: Sequence[Span],
    values: Reader,
) -> Iterator[Dated]:
    """The due times of the prose and the cells, and the days that the heads of columns name, in order."""
    named = [day_in_head(text, head, language=values.language) for head in heads]
    base = first_year(text, plan.span, plan.title)
    above = [Dated(mention, due_value(values, mention, base)) for mention in named if mention]
    found = _of_the_work(text, root, tasks, _dues(text, plan, root, stretches, values), values.language)
    yield from sorted([*found, *above], key=lambda dated: dated.mention.span)


def _dues(text: str, plan: PlanSpan, root: Node, stretches: Stretches, values: Reader) -> Iterator[Dated]:
    """The due times with their values. A year carries over within a section, and else from the plan."""
    base = first_year(text, plan.span, plan.title)
    tops = [child.start for child in root.children]
    carried, top = base, 0
    for span in stretches.dated():
        crossed = bisect_right(tops, span[0])
        if crossed != top:
            carried, top = base or carried, crossed
        find = find_due_in_cell if span in stretches.due_cells else find_due
        for mention in _outside_anchors(text, find(text, *span, language=values.language)):
            value = due_value(values, mention, carried)
            carried = value.year or carried
            yield Dated(mention, value)


def _of_the_work(
    text: str, root: Node, tasks: Sequence[Candidate], dues: Iterable[Dated], language: str
) -> Iterator[Dated]:
    """The due times without the bare dates above the first section that stand in no task: they date the plan."""
    top = min((child.start for child in root.children), default=0)
    names_date = due_context(language).names_date
    for dated in dues:
        start = dated.mention.span[0]
        in_task = any(task.start <= start < task.end for task in tasks if task.start < top)
        if start >= top or in_task or not names_date.match(text, start):
            yield dated


def _outside_anchors(text: str, mentions: Iterable[DueMention]) -> Iterator[DueMention]:
    """Yield the mentions that no other counts from: within 30 days of the end of the year."""
    start, end = 0, 0
    for mention in mentions:
        if not start <= mention.span[0] < end:
            yield mention
        if mention.anchor:
            limit = mention.span[1] + _NEAR
            start = text.find(mention.anchor, mention.span[1], limit + len(mention.anchor))
            end = start + min(len(mention.anchor), _NEAR) if start >= 0 else 0


def _measures(
    text: str, written: str, stretches: Stretches, heads: Mapping[Span, Span], language: str
) -> Iterator[Measure]:
    for span in stretches.prose:
        yield from find_measures(text, written, *span, language=language)
    for span, measured in stretches.target_cells.items():
        figure = measure_in_cell(text, written, span, measured.task, unit=measured.unit, language=language)
        found = find_measures(text, written, *span, language=language)
        bare = not found or (len(found) == 1 and found[0].unit is None)
        yield from [figure] if figure and (bare or measured.unit or span in heads) else found
