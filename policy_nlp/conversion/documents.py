"""From a sheet of marks back to a document: kept fields are put back, what a person has marked is filled in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from policy_nlp.conversion.completion import Around, completed
from policy_nlp.conversion.labels import KIND_FIELDS, Layer
from policy_nlp.conversion.sheet import Mark, Sheet
from policy_nlp.errors import SchemaError
from policy_nlp.interchange import from_json
from policy_nlp.schema import Document

_LETTERS = {Layer.PLAN: "p", Layer.SECTION: "s", Layer.TASK: "t"}


def document_of(sheet: Sheet) -> Document:
    """Return the document that the marks of `sheet` describe, with quotes as the text now reads.

    Raises SchemaError naming the mark that cannot be a record.
    """
    sheet = _settled(sheet)
    names = _names(sheet)
    linked = _linked(sheet, names)
    around = Around(sheet, names)
    data: dict[str, Any] = {"id": sheet.id, "language": sheet.language, **sheet.head}
    for layer in Layer:
        marks = sheet.of_layer(layer)
        data[layer.collection] = [_record(sheet, mark, linked[mark.id], around) | _id(mark, names) for mark in marks]
    return from_json(data, text=sheet.text)


def _settled(sheet: Sheet) -> Sheet:
    """A task that a reviewer made a section keeps no field of a task."""
    marks = (mark if mark.name is not None else replace(mark, fields=None) for mark in sheet.marks)
    return replace(sheet, marks=tuple(marks))


def _names(sheet: Sheet) -> dict[str, str]:
    """The id of each plan, section and task by that of its mark; what a person has marked takes a free one."""
    found: dict[str, str] = {}
    for layer, letter in _LETTERS.items():
        marks = sheet.of_layer(layer)
        taken = {mark.name for mark in marks}
        free = (name for name in map(f"{letter}{{}}".format, count(1)) if name not in taken)
        found |= {mark.id: mark.name or next(free) for mark in marks}
    return found


def _id(mark: Mark, names: Mapping[str, str]) -> dict[str, str]:
    return {"id": names[mark.id]} if mark.layer in _LETTERS else {}


def _linked(sheet: Sheet, names: Mapping[str, str]) -> Mapping[str, list[str]]:
    """The tasks that each mark is linked to; a link to a task that a reviewer removed is gone with it."""
    tasks = {mark.id for mark in sheet.of_layer(Layer.TASK)}
    found: dict[str, list[str]] = defaultdict(list)
    for link in sheet.links:
        if link.target in tasks:
            found[link.source].append(names[link.target])
    return found


def _record(sheet: Sheet, mark: Mark, tasks: list[str], around: Around) -> dict[str, Any]:
    start, end = mark.span
    if not 0 <= start < end <= len(sheet.text):
        raise SchemaError(f"{mark.label} [{start}, {end}): outside the text (length {len(sheet.text)})")
    record = completed(sheet, mark, tasks, around)
    record |= {"span": [start, end], "quote": sheet.quote(mark)}
    if field := KIND_FIELDS.get(mark.layer):
        record[field] = mark.kind
    return record
