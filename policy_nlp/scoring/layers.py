"""The layers of a score: for each, what counts as one item of a document, rims and wording aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from functools import partial

from policy_nlp.schema import Document, Role, Span, Target, TargetKind
from policy_nlp.scoring.comparable import core, due_value, measure, quantity

Items = Counter[Hashable]
"""A bag of comparable items."""


def _plan_starts(document: Document) -> Items:
    return Counter(core(plan.span, document.text)[0] for plan in document.plans)


def _headings(document: Document) -> Items:
    return Counter((core(item.span, document.text)[0], item.level, item.type) for item in document.sections)


def _task_starts(document: Document) -> Items:
    return Counter(span[0] for span in _task_cores(document).values())


def _task_spans(document: Document) -> Items:
    return Counter(_task_cores(document).values())


def _unit_mentions(document: Document) -> Items:
    return Counter((*core(unit.span, document.text), unit.role) for unit in document.units)


def _units_at_tasks(document: Document, *, role: Role) -> Items:
    tasks = _task_cores(document)
    return Counter(
        (document.text[slice(*unit.span)], tasks[task][0])
        for unit in document.units
        if unit.role is role
        for task in unit.tasks
        if task in tasks
    )


def _deadline_spans(document: Document) -> Items:
    return Counter(core(deadline.span, document.text) for deadline in document.deadlines)


def _due_at_tasks(document: Document) -> Items:
    tasks = _task_cores(document)
    return Counter((_start(tasks, deadline.task), due_value(deadline.value)) for deadline in document.deadlines)


def _quantities_at_tasks(document: Document, *, kinds: Iterable[TargetKind]) -> Items:
    tasks = _task_cores(document)
    return Counter(_quantity_at(target, tasks) for target in document.targets if target.kind in kinds)


def _target_spans(document: Document) -> Items:
    return Counter(core(target.span, document.text) for target in document.targets)


def _quantity_at(target: Target, tasks: dict[str, Span]) -> Hashable:
    start = _start(tasks, target.task)
    return start, target.kind, target.op, quantity(target.value), measure(target.unit)


def _task_cores(document: Document) -> dict[str, Span]:
    return {task.id: core(task.span, document.text) for task in document.tasks}


def _start(tasks: dict[str, Span], task: str | None) -> int | None:
    return tasks[task][0] if task in tasks else None


STANDARD: dict[str, Callable[[Document], Items]] = {
    "plans": _plan_starts,
    "sections": _headings,
    "task_start": _task_starts,
    "task_span": _task_spans,
    "unit_mention": _unit_mentions,
    "unit_lead": partial(_units_at_tasks, role=Role.LEAD),
    "unit_co": partial(_units_at_tasks, role=Role.CO),
    "unit_actor": partial(_units_at_tasks, role=Role.ACTOR),
    "deadline_span": _deadline_spans,
    "deadline_value": _due_at_tasks,
    "target_value": partial(_quantities_at_tasks, kinds=tuple(TargetKind)),
    "target_numeric": partial(_quantities_at_tasks, kinds=(TargetKind.NUMERIC,)),
    "target_span": _target_spans,
}
"""What is compared in each layer. Units, values and quantities are judged at their task: at another they are wrong."""
