"""Places that rules read in two ways: finds that cross or contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.schema import Document, Role, Span, Unit


def disagreements(document: Document) -> list[Span]:
    """Return the places, in the order of the text: finds of different kinds that overlap, and bodies in two roles.

    >>> from policy_nlp.schema import Deadline, DeadlineKind, Target, TargetKind
    >>> due = Deadline("每季度1次", (0, 5), DeadlineKind.RECURRING, "FREQ=MONTHLY;INTERVAL=3")
    >>> aim = Target("1次", (3, 5), TargetKind.NUMERIC, "=", 1, "次")
    >>> disagreements(Document("a", "zh", "每季度1次", deadlines=(due,), targets=(aim,)))
    [(3, 5)]
    """
    return sorted({*_overlaps(document), *_two_roles(document)})


def _overlaps(document: Document) -> Iterator[Span]:
    """What two finds share; a find that stands for several tasks has one span and agrees with itself."""
    spans = {
        (record.span, kind)
        for kind, records in (("unit", document.units), ("deadline", document.deadlines), ("target", document.targets))
        for record in records
    }
    reach = 0
    for (start, end), _ in sorted(spans):
        if start < reach:
            yield start, min(end, reach)
        reach = max(reach, end)


def _two_roles(document: Document) -> Iterator[Span]:
    """A body that leads a task and supports the same one."""
    leads = {pair for unit in document.units if unit.role is Role.LEAD for pair in _held(unit)}
    for unit in document.units:
        if unit.role is Role.CO and not leads.isdisjoint(_held(unit)):
            yield unit.span


def _held(unit: Unit) -> list[tuple[str, str]]:
    return [(unit.name or unit.quote, task) for task in unit.tasks]
