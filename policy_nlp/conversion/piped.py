"""What the spaCy component leaves in a document: our document as JSON, and groups of spans that people may change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from policy_nlp.conversion.labels import Layer
from policy_nlp.conversion.marking import sheet_of
from policy_nlp.conversion.places import Place
from policy_nlp.conversion.recall import Found, recalled
from policy_nlp.conversion.sheet import Mark, Sheet
from policy_nlp.errors import SchemaError
from policy_nlp.interchange import from_json
from policy_nlp.schema import Span

KEY = "policy_nlp_document"
"""Where the user data of a spaCy document hold ours, in the published format."""

_NAMELESS = "document"
_ROUNDED = ("expand", "contract")


def group_name(layer: Layer) -> str:
    """Return what the group of a layer in `doc.spans` is called unless a pipeline names it otherwise.

    >>> group_name(Layer.UNIT)
    'policy_units'
    """
    return f"policy_{layer.collection}"


def piped_sheet(doc: Any, place: Place, name: str) -> Sheet | None:
    """Return the sheet of a document that went through the component, None for another one.

    Spans that stand in the groups as the component put them have their exact characters, others those of their tokens;
    layers without a group are as they were found. A document without an id of its own is called `name`. Raises
    InputError where what the component left is broken.
    """
    content = place.note(doc.user_data.get(KEY))
    if content is None:
        return None
    try:
        sheet = sheet_of(from_json(content, text=doc.text))
    except SchemaError as error:
        raise place.error("broken", cause=error) from error
    grouped = [layer for layer in Layer if group_name(layer) in doc.spans]
    kept = tuple(mark for mark in sheet.marks if mark.layer not in grouped)
    theirs = [mark for mark in sheet.marks if mark.layer in grouped]
    found = [item for layer in grouped for item in _found(doc, layer, _at_tokens(doc, theirs), place)]
    id = name if sheet.id == _NAMELESS else sheet.id
    return replace(sheet, id=id, marks=(*kept, *recalled(found, theirs)))


def _found(doc: Any, layer: Layer, exact: Mapping[Found, list[Span]], place: Place) -> Iterator[Found]:
    for span in doc.spans[group_name(layer)]:
        label, at = place.label(span.label_), (span.start_char, span.end_char)
        waiting = exact.get((label, at))
        yield label, waiting.pop(0) if waiting else at


def _at_tokens(doc: Any, marks: list[Mark]) -> dict[Found, list[Span]]:
    """The exact characters of the marks by label and by the characters of the tokens that the component took."""
    found: dict[Found, list[Span]] = {}
    for mark in marks:
        start, end = mark.span
        spans = (doc.char_span(start, end, alignment_mode=mode) for mode in _ROUNDED)
        for at in {(span.start_char, span.end_char) for span in spans if span is not None}:
            found.setdefault((mark.label, at), []).append(mark.span)
    return found
