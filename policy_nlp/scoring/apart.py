"""Further strict layers that take apart what the standard ones judge together: spans, what they say, and task links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from functools import partial

from policy_nlp.schema import Deadline, Document, Span, Target, Unit
from policy_nlp.scoring.comparable import core, due_value, measure, quantity
from policy_nlp.scoring.layers import Items

Mention = Unit | Deadline | Target
"""A record that the text makes hold for tasks."""


def tasks_of(mention: Mention) -> tuple[str | None, ...]:
    """Return the ids of the tasks that a mention holds for; None where it holds for a whole stretch."""
    return mention.tasks if isinstance(mention, Unit) else (mention.task,)


def says(mention: Mention) -> Hashable:
    """Return what a mention says, in a form in which equal things are equal.

    >>> from policy_nlp.schema import Role
    >>> says(Unit("县水务局", (0, 4), Role.LEAD, ()))
    <Role.LEAD: 'lead'>
    """
    if isinstance(mention, Unit):
        return mention.role
    if isinstance(mention, Deadline):
        return mention.kind, due_value(mention.value)
    return mention.kind, mention.op, quantity(mention.value), measure(mention.unit)


def _bounds(document: Document) -> Items:
    spans = (core(task.span, document.text) for task in document.tasks)
    return Counter({edge for span in spans for edge in span})


def _spans(document: Document, *, kind: str) -> Items:
    return Counter(core(record.span, document.text) for record in getattr(document, kind))


def _readings(document: Document, *, kind: str) -> Items:
    return Counter((core(one.span, document.text), says(one)) for one in getattr(document, kind))


def _links(document: Document, *, kind: str) -> Items:
    starts = _starts(document)
    return Counter(
        (core(one.span, document.text), starts.get(task)) for one in getattr(document, kind) for task in tasks_of(one)
    )


def _units_by_place(document: Document, *, inside: bool) -> Items:
    starts = _starts(document)
    return Counter(
        (core(unit.span, document.text), unit.role, starts[task])
        for unit, task, place in _placed(document)
        if _covers(place, unit.span) is inside
    )


def _placed(document: Document) -> Iterator[tuple[Unit, str, Span]]:
    """Each unit at each of its tasks, with the span of the task."""
    spans = {task.id: task.span for task in document.tasks}
    for unit in document.units:
        yield from ((unit, task, spans[task]) for task in unit.tasks if task in spans)


def _covers(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _starts(document: Document) -> dict[str | None, int]:
    return {task.id: core(task.span, document.text)[0] for task in document.tasks}


APART: dict[str, Callable[[Document], Items]] = {
    "plan_span": partial(_spans, kind="plans"),
    "section_span": partial(_spans, kind="sections"),
    "task_boundary": _bounds,
    "unit_span": partial(_spans, kind="units"),
    "unit_link": partial(_links, kind="units"),
    "unit_own": partial(_units_by_place, inside=True),
    "unit_inherited": partial(_units_by_place, inside=False),
    "deadline_reading": partial(_readings, kind="deadlines"),
    "deadline_link": partial(_links, kind="deadlines"),
    "target_reading": partial(_readings, kind="targets"),
    "target_link": partial(_links, kind="targets"),
}
"""What is compared in each layer: spans alone, what they say (`reading`), the task that they hold for (`link`)."""
