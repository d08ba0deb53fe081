"""`doc._.policy` and `span._.policy`: the document of our schema over a spaCy document, and the record of one span.

The user data of the spaCy document hold it as JSON text, so that it travels wherever spaCy sends the document.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from spacy.tokens import Doc, Span

from policy_nlp.conversion.labels import Layer
from policy_nlp.conversion.piped import KEY
from policy_nlp.interchange import dumps, from_json, to_json
from policy_nlp.schema import Deadline, Document, Plan, Section, Target, Task, Unit

NAME = "policy"

Record = Plan | Section | Task | Unit | Deadline | Target
_REMEMBERED = 16


@dataclass(frozen=True, slots=True)
class _Read:
    document: Document
    records: Mapping[str, Record]


def register() -> None:
    """Give every document and span of spaCy the attribute `policy`.

    Raises ValueError, as spaCy does, where another package has taken the name.
    """
    if not _is_ours(Doc, policy_of):
        Doc.set_extension(NAME, getter=policy_of, setter=set_policy)
    if not _is_ours(Span, record_of):
        Span.set_extension(NAME, getter=record_of)


def policy_of(doc: Doc) -> Document | None:
    """Return the document that a component has made of `doc`, None where none has worked on it."""
    read = _read(doc)
    return read.document if read else None


def set_policy(doc: Doc, document: Document) -> None:
    """Make `document` the one of `doc`; its spans must index the text of `doc`."""
    doc.user_data[KEY] = dumps(to_json(document), indent=None)


def record_of(span: Span) -> Record | None:
    """Return the task, unit, deadline or target that `span` stands for, with its exact characters; None for others."""
    read = _read(span.doc)
    return read.records.get(span.id_) if read else None


def field_names(document: Document, layer: Layer) -> list[str]:
    """Return what `policy-nlp explain` calls each record of a layer: its id (`t5`), else its place (`units[3]`)."""
    records = getattr(document, layer.collection)
    return [getattr(record, "id", f"{layer.collection}[{index}]") for index, record in enumerate(records)]


def _is_ours(kind: type[Doc] | type[Span], getter: object) -> bool:
    return kind.has_extension(NAME) and kind.get_extension(NAME)[2] is getter


def _read(doc: Doc) -> _Read | None:
    content = doc.user_data.get(KEY)
    return _remembered(content, doc.text) if isinstance(content, str) else None


@lru_cache(maxsize=_REMEMBERED)
def _remembered(content: str, text: str) -> _Read:
    document = from_json(json.loads(content), text=text)
    records: dict[str, Any] = {}
    for layer in Layer:
        records |= zip(field_names(document, layer), getattr(document, layer.collection), strict=True)
    return _Read(document, records)
