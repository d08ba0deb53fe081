"""Exports of Label Studio: each annotation that was not skipped or rejected is a document, with who and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from policy_nlp.conversion.label_studio import HEAD
from policy_nlp.conversion.offsets import Utf16
from policy_nlp.conversion.places import Place
from policy_nlp.conversion.sheet import Link, Mark, Sheet
from policy_nlp.language import detect
from policy_nlp.schema import Document, Span
from policy_nlp.scoring.json_files import json_values

TOOL = "label-studio"

# The page shows \r\n as two line ends, and old releases wrote a line end as a backslash and an n.
_BLANKS = re.compile(r"\s|\\n")


def read_label_studio(path: Path) -> Iterator[Document]:
    """Yield a document for each annotation that counts; for a task that nobody has annotated, its last prediction.

    Raises InputError where the file is no export, or where a region cannot be what it says.
    """
    for place, value in json_values(path):
        tasks = value if isinstance(value, list) else [value]
        for number, task in enumerate(tasks, start=1):
            yield from _documents(task, Place(path, place).at(f"task {number}"))


def _documents(task: Any, place: Place) -> Iterator[Document]:
    data = place.need(task, "data", Mapping)
    place.need(data, "text", str)
    annotations = task.get("annotations") or []
    name = str(data.get("id") or f"{place.path.stem}-{task.get('id', place.place.split()[-1])}")
    for annotation in annotations:
        if not _refused(annotation):
            yield place.document(_sheet(name, data, annotation, place))
    if not annotations:
        for prediction in (task.get("predictions") or [])[-1:]:
            yield place.document(_sheet(name, data, prediction, place))


def _refused(annotation: Mapping[str, Any]) -> bool:
    """Skipped by the annotator, or rejected by the reviewer who looked last."""
    reviews = [review for review in annotation.get("reviews") or [] if isinstance(review, Mapping)]
    return bool(annotation.get("was_cancelled")) or bool(reviews and reviews[-1].get("accepted") is False)


def _sheet(name: str, data: Mapping[str, Any], work: Any, place: Place) -> Sheet:
    results = place.need(work, "result", list)
    text = data["text"]
    head = dict(data.get(HEAD) or {})
    if review := _review(work):
        head["review"] = review
    marks = _marks(text, results, place)
    links = tuple(
        Link(str(result.get("from_id")), str(result.get("to_id")))
        for result in results
        if result.get("type") == "relation"
    )
    return Sheet(name, data.get("language") or detect(text), text, marks, links, head)


def _review(work: Mapping[str, Any]) -> dict[str, Any] | None:
    who = work.get("completed_by")
    who = who.get("email") or who.get("id") if isinstance(who, Mapping) else who
    when = work.get("updated_at") or work.get("created_at")
    if who is None and (when is None or "model_version" in work):
        return None
    return {"annotator": None if who is None else str(who), "at": when, "tool": TOOL}


def _marks(text: str, results: list[Any], place: Place) -> tuple[Mark, ...]:
    regions = [result for result in results if isinstance(result, Mapping) and result.get("type") == "labels"]
    spans = _spans(text, regions, place)
    notes = {result.get("id"): _note(result) for result in results if result.get("type") == "textarea"}
    return tuple(
        Mark(str(region["id"]), _label(region, place), span, _at(region, place).note(notes.get(region["id"])))
        for region, span in zip(regions, spans, strict=True)
    )


def _at(region: Mapping[str, Any], place: Place) -> Place:
    return place.at(f"region {place.need(region, 'id')}")


def _label(region: Mapping[str, Any], place: Place) -> str:
    labels = _at(region, place).need(region["value"], "labels", list)
    return _at(region, place).label(labels[0] if labels else None)


def _note(result: Mapping[str, Any]) -> str:
    words = (result.get("value") or {}).get("text") or ""
    return str(words[-1] if words and isinstance(words, list) else words or "")


def _spans(text: str, regions: list[Mapping[str, Any]], place: Place) -> list[Span]:
    """The spans in code points. Releases before 1.5 counted UTF-16 units: the quotes tell which it was."""
    stated = [_stated(region, place) for region in regions]
    quotes = [region["value"].get("text") for region in regions]
    if all(_reads(text, span, quote) for span, quote in zip(stated, quotes, strict=True)):
        return stated
    units = Utf16(text)
    spans = []
    for region, span, quote in zip(regions, stated, quotes, strict=True):
        spans.append(_from_units(text, units, span, quote, _at(region, place)))
    return spans


def _stated(region: Mapping[str, Any], place: Place) -> Span:
    here = _at(region, place)
    value = here.need(region, "value", Mapping)
    return int(here.need(value, "start", int)), int(here.need(value, "end", int))


def _from_units(text: str, units: Utf16, span: Span, quote: object, place: Place) -> Span:
    try:
        found = units.span_from(span)
    except ValueError:
        found = (0, 0)
    if _reads(text, found, quote):
        return found
    if span[1] > len(text):
        raise place.error("span_outside_text", span=f"[{span[0]}, {span[1]})", length=len(text))
    raise place.error("quote_differs", quote=quote, found=text[span[0] : span[1]])


def _reads(text: str, span: Span, quote: object) -> bool:
    if not 0 <= span[0] < span[1] <= len(text):
        return False
    return not isinstance(quote, str) or _BLANKS.sub("", text[span[0] : span[1]]) == _BLANKS.sub("", quote)
