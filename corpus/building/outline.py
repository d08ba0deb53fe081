"""A document's annotations as lines to be read: sections, their tasks, and what goes with each."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.conversion.marked.quantities import Measure, write_quantity
from policy_nlp.schema import Deadline, Document, Plan, Section, Target, Task


def outline(document: Document) -> Iterator[str]:
    """Yield a line for each plan, section, task and mention, in the order of the text."""
    containers: tuple[Plan | Section | Task, ...] = (*document.plans, *document.sections, *document.tasks)
    for record in sorted(containers, key=lambda one: (one.span[0], -one.span[1])):
        head = getattr(record, "title", "") or document.text[slice(*record.span)][:40].replace("\n", " ")
        yield f"{record.id:5} {getattr(record, 'number', '')} {head}"
        yield from (f"      {line}" for line in _mentions(document, record.id))
    yield from (f"-     {line}" for line in _mentions(document, None))


def _mentions(document: Document, task: str | None) -> Iterator[str]:
    for unit in document.units:
        if task in unit.tasks or (task is None and not unit.tasks):
            yield f"{unit.role:9} {unit.quote}"
    dated: tuple[Deadline | Target, ...] = (*document.deadlines, *document.targets)
    for record in dated:
        if record.task == task:
            yield _line(record)


def _line(record: Deadline | Target) -> str:
    if isinstance(record, Deadline):
        return f"{record.kind:9} {record.quote}  {record.value or record.reason}"
    said = write_quantity(Measure(record.op, record.bound, record.value, record.unit))["value"]
    return f"target    {record.quote}  {said}  due {record.deadline or '-'}"
