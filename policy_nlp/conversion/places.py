"""Where in a file something stands, so that what is wrong there can be told."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from policy_nlp.conversion.documents import document_of
from policy_nlp.conversion.labels import LABELS
from policy_nlp.conversion.sheet import Sheet
from policy_nlp.errors import InputError, SchemaError
from policy_nlp.schema import Document


@dataclass(frozen=True, slots=True)
class Place:
    """A file and a place in it."""

    path: Path
    place: str = ""

    def at(self, place: str) -> Place:
        """Return a place inside this one.

        >>> Place(Path("a.json"), "task 3").at("region u1").place
        'task 3, region u1'
        """
        return replace(self, place=", ".join(part for part in (self.place, place) if part))

    def error(self, code: str, **fields: object) -> InputError:
        """Return an error that names this place."""
        return InputError(code, path=str(self.path), place=self.place, **fields)

    def need(self, data: Any, key: str, kind: type | tuple[type, ...] = object) -> Any:
        """Return `data[key]`; raises InputError where there is none or where it is of another type."""
        if not isinstance(data, Mapping) or not isinstance(data.get(key), kind):
            raise self.error("lacks", name=key)
        return data[key]

    def label(self, label: object) -> str:
        """Return `label` where it is one of ours; raises InputError naming it where it is not."""
        if label not in LABELS:
            raise self.error("label_unknown", label=label, labels=", ".join(LABELS))
        return str(label)

    def note(self, words: object) -> dict[str, Any] | None:
        """Return the fields that a note holds, None where it is empty; raises InputError where it is no JSON object."""
        if words is None or not str(words).strip():
            return None
        try:
            fields = json.loads(str(words))
        except json.JSONDecodeError as error:
            raise self.error("note_broken", cause=f"{error.msg}, {error.colno}") from error
        if not isinstance(fields, dict):
            raise self.error("note_broken", cause="{…}")
        return fields

    def document(self, sheet: Sheet) -> Document:
        """Return the document of `sheet`; raises InputError with this place where it cannot be one."""
        try:
            return document_of(sheet)
        except SchemaError as error:
            raise self.error("broken", cause=error) from error


def note_of(fields: Mapping[str, Any] | None) -> str:
    """Return the fields of a mark as the one line that a tool keeps as its note."""
    return json.dumps(fields or {}, ensure_ascii=False)


def lines(values: Iterable[Mapping[str, Any]]) -> bytes:
    """Return `values` as JSON Lines."""
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values).encode()
