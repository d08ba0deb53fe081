"""Whether a document holds together: spans lie in the text, quotes are what stands there, references exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policy_nlp.schema import Document, Span

_KINDS = ("plans", "sections", "tasks", "units", "deadlines", "targets")


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not hold, where, and the fields that its message shows."""

    code: str
    place: str
    fields: dict[str, str]


def span_faults(document: Document) -> Iterator[Fault]:
    """Yield the spans that leave the text and the quotes that are not what stands at their span.

    >>> from policy_nlp.schema import Plan
    >>> [fault.code for fault in span_faults(Document("a", "zh", "方案", plans=(Plan("p1", "方案", (0, 3)),)))]
    ['span_outside_text']
    """
    for kind in _KINDS:
        for index, record in enumerate(getattr(document, kind)):
            yield from _span_fault(document.text, record.span, getattr(record, "quote", None), f"{kind}[{index}]")


def reference_faults(document: Document) -> Iterator[Fault]:
    """Yield the tasks that a record names and that the document does not have.

    >>> from policy_nlp.schema import Role, Unit
    >>> unit = Unit("县应急管理局", (0, 6), Role.LEAD, ("t9",))
    >>> [fault.place for fault in reference_faults(Document("a", "zh", "县应急管理局", units=(unit,)))]
    ['units[0]']
    """
    known = {task.id for task in document.tasks}
    for place, name in _references(document):
        if name not in known:
            yield Fault("task_unknown", place, {"task": name})


def _span_fault(text: str, span: Span, quote: str | None, place: str) -> Iterator[Fault]:
    start, end = span
    if end > len(text):
        yield Fault("span_outside_text", place, {"span": f"[{start}, {end})", "length": str(len(text))})
    elif quote is not None and text[start:end] != quote:
        yield Fault("quote_differs", place, {"quote": quote, "found": text[start:end]})


def _references(document: Document) -> Iterator[tuple[str, str]]:
    for index, unit in enumerate(document.units):
        yield from ((f"units[{index}]", task) for task in unit.tasks)
    for kind in ("deadlines", "targets"):
        for index, record in enumerate(getattr(document, kind)):
            if record.task is not None:
                yield f"{kind}[{index}]", record.task
