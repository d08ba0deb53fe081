"""What has to hold of a template–local pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from corpus.building.links.pairs import Gap, PlanPair
from corpus.building.sources import Source
from policy_nlp.comparison import FindingType, Relation
from policy_nlp.schema import Document, Role

_ONE_SIDED = frozenset({FindingType.MISSING_TASK, FindingType.EXTRA_TASK})
_NOT_IN_GOLD = frozenset({FindingType.PARTIAL_TASK, FindingType.MISSING_SECTION})


def pair_complaints(pair: PlanPair, sources: Mapping[str, Source]) -> Iterator[str]:
    """Yield what does not hold of a pair, with its file."""
    for name in (pair.template, pair.local):
        if name not in sources:
            yield f"{pair.path}: there is no document {name}"
            return
    template, local = sources[pair.template], sources[pair.local]
    yield from (f"{pair.path}: {cause}" for cause in _causes(pair, template, local))


def _causes(pair: PlanPair, template: Source, local: Source) -> Iterator[str]:
    if local.card.template != pair.template or template.card.family != local.card.family:
        yield f"the header of {pair.local} does not name this template, or its family is another"
    yield from _unknown(pair, template.document, local.document)
    yield from _unaccounted(pair, template.document, local.document)
    yield from _relations(pair)
    for number, gap in enumerate(pair.gaps, 1):
        yield from (f"gap {number}: {cause}" for cause in _gap_causes(gap, pair, template.document, local.document))


def _unknown(pair: PlanPair, template: Document, local: Document) -> Iterator[str]:
    above = {task.id for task in template.tasks}
    below = {task.id for task in local.tasks}
    named_above = {one.template_task for one in pair.pairs} | set(pair.not_applicable)
    named_below = {task for one in pair.pairs for task in one.local_tasks}
    named_above |= {task for gap in pair.gaps for task in gap.template_tasks}
    named_below |= {task for gap in pair.gaps for task in gap.local_tasks}
    yield from (f"{pair.template} has no task {task}" for task in sorted(named_above - above))
    yield from (f"{pair.local} has no task {task}" for task in sorted(named_below - below))


def _unaccounted(pair: PlanPair, template: Document, local: Document) -> Iterator[str]:
    """Each task of the template is paired, missing or not applicable, exactly once; each local one paired or extra."""
    above = Counter(one.template_task for one in pair.pairs)
    above.update(pair.not_applicable)
    above.update(task for gap in pair.gaps if gap.type is FindingType.MISSING_TASK for task in gap.template_tasks)
    for task in template.tasks:
        if above[task.id] != 1:
            yield f"task {task.id} of the template is accounted for {above[task.id]} times"
    paired = {task for one in pair.pairs for task in one.local_tasks}
    extra = {task for gap in pair.gaps if gap.type is FindingType.EXTRA_TASK for task in gap.local_tasks}
    for task in local.tasks:
        if (task.id in paired) == (task.id in extra):
            yield f"local task {task.id} must be either paired or an extra_task"


def _relations(pair: PlanPair) -> Iterator[str]:
    uses = Counter(task for one in pair.pairs for task in one.local_tasks)
    for one in pair.pairs:
        fits = {
            Relation.SAME: len(one.local_tasks) == 1,
            Relation.SPLIT: len(one.local_tasks) > 1,
            Relation.MERGED: len(one.local_tasks) == 1 and uses[one.local_tasks[0]] > 1,
            Relation.PARTIAL: len(one.local_tasks) > 0,
        }
        if not fits[one.relation]:
            yield f"{one.template_task}: {one.relation} does not fit its local tasks {', '.join(one.local_tasks)}"


def _gap_causes(gap: Gap, pair: PlanPair, template: Document, local: Document) -> Iterator[str]:
    if gap.type in _NOT_IN_GOLD:
        yield f"{gap.type} follows from the pairs and is not listed"
    for quote, document in ((gap.template_quote, template), (gap.local_quote, local)):
        if quote is not None and quote not in document.text:
            yield f"{quote!r} is not in {document.id}"
    if gap.type not in _ONE_SIDED and not _are_paired(gap, pair):
        yield f"{gap.type} is not between counterparts"
    yield from _baseless(gap, template, local)


def _are_paired(gap: Gap, pair: PlanPair) -> bool:
    counterparts = {one.template_task: set(one.local_tasks) for one in pair.pairs}
    return bool(gap.template_tasks) and all(
        task in counterparts and (not gap.local_tasks or counterparts[task] & set(gap.local_tasks))
        for task in gap.template_tasks
    )


def _baseless(gap: Gap, template: Document, local: Document) -> Iterator[str]:
    """A gap in leads, deadlines or targets needs one on the side that has more to say."""
    subject = gap.type.rpartition("_")[2]
    if subject in ("lead", "co"):
        role = Role(subject)
        if gap.type is not FindingType.EXTRA_CO and not _has_unit(template, gap.template_tasks, role):
            yield f"the template names no {role} for {', '.join(gap.template_tasks)}"
    elif subject in ("deadline", "target") and not _dated(template, subject) & {*gap.template_tasks, None}:
        yield f"the template has no {subject} for {', '.join(gap.template_tasks)}"


def _dated(document: Document, subject: str) -> set[str | None]:
    """The tasks that have a deadline, or that have a target; None where one stands for a whole section."""
    if subject == "deadline":
        return {due.task for due in document.deadlines}
    return {target.task for target in document.targets}


def _has_unit(document: Document, tasks: tuple[str, ...], role: Role) -> bool:
    return any(unit.role is role and set(unit.tasks) & set(tasks) for unit in document.units)
