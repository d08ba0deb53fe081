"""The rows of each table for one document, as plain values in the order of the columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from policy_nlp.frames.columns import Table
from policy_nlp.normalization.iso import first_and_last_day
from policy_nlp.schema import Document, Target

Row = tuple[object, ...]


def rows(document: Document, table: Table) -> Iterator[Row]:
    """Yield the rows of `table` for `document`, in the order of the text."""
    return _WRITERS[table](document)


def _tasks(document: Document) -> Iterator[Row]:
    plans = {plan.id: plan for plan in document.plans}
    sections = {section.id: section for section in document.sections}
    units = Counter(task for unit in document.units for task in unit.tasks)
    deadlines = Counter(deadline.task for deadline in document.deadlines)
    targets = Counter(target.task for target in document.targets)
    for task in document.tasks:
        plan, section = plans.get(task.plan), sections.get(task.section or "")
        yield (
            *_place(document),
            task.plan,
            plan.title if plan else None,
            task.section,
            section.title if section else None,
            section.type.value if section else None,
            task.id,
            " ".join(task.path) or task.number,
            task.title,
            *task.span,
            task.quote,
            units[task.id],
            deadlines[task.id],
            targets[task.id],
        )


def _units(document: Document) -> Iterator[Row]:
    for unit in document.units:
        about = (unit.role.value, unit.name, unit.name_other, unit.kind, unit.level, unit.is_class, unit.rule)
        for task in unit.tasks or (None,):
            yield (*_place(document), task, *about, *unit.span, unit.quote)


def _deadlines(document: Document) -> Iterator[Row]:
    for due in document.deadlines:
        days = (day.isoformat() if day else None for day in first_and_last_day(due.value))
        about = (due.kind.value, due.value, *days, due.modality.value, due.reason, due.rule)
        yield (*_place(document), due.task, *about, *due.span, due.quote)


def _targets(document: Document) -> Iterator[Row]:
    for target in document.targets:
        about = (target.kind.value, target.subject, target.op, *_ends(target), target.unit, target.of, target.bound)
        baseline = (target.baseline.quote, target.baseline.year) if target.baseline else (None, None)
        yield (
            *_place(document),
            target.task,
            *about,
            target.deadline,
            *baseline,
            target.rule,
            *target.span,
            target.quote,
        )


def _place(document: Document) -> tuple[str, str]:
    return document.id, document.language


def _ends(target: Target) -> tuple[float, float]:
    low, high = target.value if isinstance(target.value, tuple) else (target.value, target.value)
    return float(low), float(high)


_WRITERS: Mapping[Table, Callable[[Document], Iterator[Row]]] = {
    Table.TASKS: _tasks,
    Table.UNITS: _units,
    Table.DEADLINES: _deadlines,
    Table.TARGETS: _targets,
}
