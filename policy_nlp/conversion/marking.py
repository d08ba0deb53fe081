"""From a document to a sheet of marks: what a span, a label or a link cannot say goes into the fields of a mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from policy_nlp.conversion.labels import KIND_FIELDS, Layer, label_of
from policy_nlp.conversion.sheet import Link, Mark, Sheet, mark_id
from policy_nlp.interchange import to_json
from policy_nlp.schema import Document

_SAID_ELSEWHERE = frozenset({"id", "span", "quote", "tasks"})
_DEFAULTS = {"modality": "strict"}
_UNNAMED = frozenset({Layer.UNIT, Layer.DEADLINE, Layer.TARGET})
_HEAD = ("source", "review", "diagnostics")


def sheet_of(document: Document) -> Sheet:
    """Return the sheet of `document`; `document_of` gives the very document back.

    >>> from policy_nlp.schema import Plan
    >>> sheet = sheet_of(Document("a", "zh", "青禾县方案", plans=(Plan("p1", "青禾县方案", (0, 5)),)))
    >>> sheet.marks[0].label, sheet.marks[0].span
    ('plan', (0, 5))
    """
    data = to_json(document)
    marks: list[Mark] = []
    links: list[Link] = []
    for layer in Layer:
        for index, record in enumerate(data[layer.collection], start=1):
            mark = _mark(layer, index, record)
            marks.append(mark)
            links += (Link(mark.id, mark_id(Layer.TASK, task)) for task in _tasks(layer, record))
    head = {key: data[key] for key in _HEAD if key in data}
    return Sheet(document.id, document.language, document.text, tuple(marks), tuple(links), head)


def _mark(layer: Layer, index: int, record: dict[str, Any]) -> Mark:
    start, end = record["span"]
    kind_field = KIND_FIELDS.get(layer)
    kind = record[kind_field] if kind_field else None
    fields = dict(_fields(layer, record))
    return Mark(mark_id(layer, record.get("id") or str(index)), label_of(layer, kind), (start, end), fields)


def _fields(layer: Layer, record: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """What is not said elsewhere; absent values are left out, for a reader puts them back."""
    silent = _SAID_ELSEWHERE | {KIND_FIELDS.get(layer), "task" if layer in _UNNAMED else None}
    for name, value in record.items():
        # The number 0 is a value: it must not be taken for False.
        absent = value is None or value is False or value == [] or value == _DEFAULTS.get(name, ...)
        if name not in silent and not absent:
            yield name, value


def _tasks(layer: Layer, record: dict[str, Any]) -> tuple[str, ...]:
    if layer is Layer.UNIT:
        return tuple(record["tasks"])
    task = record.get("task") if layer in _UNNAMED else None
    return (task,) if task else ()
