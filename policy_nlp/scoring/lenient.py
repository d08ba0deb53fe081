"""Lenient layers: what overlaps and says the same is paired one to one, whatever its exact ends."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping

from policy_nlp.schema import Document, Role
from policy_nlp.scoring.apart import Mention, says, tasks_of
from policy_nlp.scoring.comparable import due_value
from policy_nlp.scoring.counts import Counts
from policy_nlp.scoring.overlap import Labeled, closest, overlapping, sharing_half

Names = Mapping[str | None, Hashable]
"""The name of each task of a document, the same on both sides for tasks that are paired."""

Labeler = Callable[[Document, Names], Labeled]

MEASURES: dict[str, Callable[[Labeled, Labeled], Counts]] = {"overlap": overlapping, "iou": sharing_half}
"""How near two spans must lie to be paired."""


def lenient_tally(gold: Document, pred: Document) -> dict[str, Counts]:
    """Return the counts of the lenient layers.

    >>> lenient_tally(Document("a", "zh", ""), Document("a", "zh", ""))["task_overlap"]
    Counts(gold=0, pred=0, tp=0)
    """
    ours, theirs = task_names(gold, pred)
    sides = {name: (labeled(gold, ours), labeled(pred, theirs)) for name, labeled in LENIENT.items()}
    return {f"{name}_{how}": count(*both) for how, count in MEASURES.items() for name, both in sides.items()}


def task_names(gold: Document, pred: Document) -> tuple[Names, Names]:
    """Return a name for each task of both documents; tasks that overlap most have one name.

    >>> from policy_nlp.schema import Task
    >>> one, other = (Document("a", "zh", "", tasks=(Task(id, "p1", None, "", (0, 4)),)) for id in ("t1", "t7"))
    >>> task_names(one, other)[1]["t7"]
    'gold t1'
    """
    paired = closest([task.span for task in gold.tasks], [task.span for task in pred.tasks])
    ours: dict[str | None, Hashable] = {task.id: f"gold {task.id}" for task in gold.tasks}
    theirs: dict[str | None, Hashable] = {task.id: f"pred {task.id}" for task in pred.tasks}
    theirs |= {pred.tasks[other].id: f"gold {gold.tasks[one].id}" for one, other in paired.items()}
    return ours, theirs


def _plain(kind: str) -> Labeler:
    return lambda document, names: [(None, record.span) for record in getattr(document, kind)]


def _saying(kind: str, meaning: Callable[[Mention], Hashable] = says) -> Labeler:
    return lambda document, names: [(meaning(one), one.span) for one in getattr(document, kind)]


def _at_tasks(kind: str, meaning: Callable[[Mention], Hashable] = lambda mention: None) -> Labeler:
    return lambda document, names: list(_linked(getattr(document, kind), names, meaning))


def _in_role(role: Role) -> Labeler:
    return lambda document, names: list(
        _linked((unit for unit in document.units if unit.role is role), names, lambda mention: None)
    )


def _linked(
    mentions: Iterable[Mention], names: Names, meaning: Callable[[Mention], Hashable]
) -> Iterable[tuple[Hashable, tuple[int, int]]]:
    for mention in mentions:
        said = meaning(mention)
        yield from (((said, names.get(task)), mention.span) for task in tasks_of(mention))


def _due(mention: Mention) -> Hashable:
    return due_value(getattr(mention, "value", None))


LENIENT: dict[str, Labeler] = {
    "plan": _plain("plans"),
    "section": lambda document, names: [((item.level, item.type), item.span) for item in document.sections],
    "task": _plain("tasks"),
    "unit": _saying("units"),
    "deadline": _saying("deadlines", _due),
    "target": _saying("targets"),
    "unit_span": _plain("units"),
    "deadline_span": _plain("deadlines"),
    "target_span": _plain("targets"),
    "unit_lead": _in_role(Role.LEAD),
    "unit_co": _in_role(Role.CO),
    "unit_actor": _in_role(Role.ACTOR),
    "deadline_value": _at_tasks("deadlines", _due),
    "target_value": _at_tasks("targets", says),
    "unit_link": _at_tasks("units"),
    "deadline_link": _at_tasks("deadlines"),
    "target_link": _at_tasks("targets"),
}
"""What a span must say, beside lying where gold's lies, to be paired with it."""
