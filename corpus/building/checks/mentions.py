"""Checks of how units, deadlines and targets go with tasks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from corpus.building.faults import Fault
from policy_nlp.schema import Deadline, Document, Span, Target, Task, Unit

Mention = Unit | Deadline | Target


def own_tasks(document: Document) -> Iterator[Fault]:
    """M1: every task that is named exists; what stands inside a task goes with that task."""
    spans = {task.id: task.span for task in document.tasks}
    for record in _mentions(document):
        names = _names(record)
        for name in names:
            if name not in spans:
                yield Fault("M1", f"{record.quote!r}: there is no task {name}", record.span)
        inside = _inside(record.span, document.tasks)
        if inside is not None and inside not in names:
            yield Fault(
                "M1", f"{record.quote!r} stands in {inside} but goes with {', '.join(names) or '-'}", record.span
            )


def said_once(document: Document) -> Iterator[Fault]:
    """M2: nothing is marked twice in the same way for one task."""
    marked = Counter(map(_key, _mentions(document)))
    for (_, span, quote, _), times in marked.items():
        if times > 1:
            yield Fault("M2", f"{quote!r} is marked {times} times", span)


def _mentions(document: Document) -> tuple[Mention, ...]:
    return (*document.units, *document.deadlines, *document.targets)


def _names(record: Mention) -> tuple[str, ...]:
    if isinstance(record, Unit):
        return record.tasks
    return (record.task,) if record.task else ()


def _key(record: Mention) -> tuple[str, Span, str, tuple[str, ...]]:
    return type(record).__name__, record.span, record.quote, _names(record)


def _inside(span: Span, tasks: tuple[Task, ...]) -> str | None:
    return next((task.id for task in tasks if task.span[0] <= span[0] and span[1] <= task.span[1]), None)
