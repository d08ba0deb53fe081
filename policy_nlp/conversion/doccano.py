"""doccano: JSON Lines with entities and relations. It counts UTF-16 units, and has no notes but those of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from policy_nlp.conversion.marking import sheet_of
from policy_nlp.conversion.offsets import Utf16
from policy_nlp.conversion.places import Place, lines
from policy_nlp.conversion.recall import Found, marks_json, marks_of, recalled
from policy_nlp.conversion.sheet import LINK, Link, Mark, Sheet
from policy_nlp.language import detect
from policy_nlp.schema import Document, Span
from policy_nlp.scoring.json_files import json_values

TOOL = "doccano"
_META = "policy_nlp"


def write_doccano(documents: Sequence[Document]) -> dict[str, bytes]:
    """Return one line for each document, for a project of sequence labeling with relations and overlapping spans."""
    return {"doccano.jsonl": lines(_line(sheet_of(document)) for document in documents)}


def _line(sheet: Sheet) -> dict[str, Any]:
    units = Utf16(sheet.text)
    numbers = {mark.id: number for number, mark in enumerate(sheet.marks, start=1)}
    entities = [_entity(numbers[mark.id], mark, units) for mark in sheet.marks]
    relations = [
        {"id": number, "from_id": numbers[link.source], "to_id": numbers[link.target], "type": LINK}
        for number, link in enumerate(sheet.links, start=1)
    ]
    meta = {"id": sheet.id, "language": sheet.language, "head": sheet.head, "marks": marks_json(sheet.marks)}
    return {"text": sheet.text, "entities": entities, "relations": relations, _META: meta}


def _entity(number: int, mark: Mark, units: Utf16) -> dict[str, Any]:
    start, end = units.span_to(mark.span)
    return {"id": number, "label": mark.label, "start_offset": start, "end_offset": end}


def read_doccano(path: Path) -> Iterator[Document]:
    """Yield the documents of an export; raises InputError naming the line and the entity where one is wrong."""
    for number, (place, value) in enumerate(json_values(path), start=1):
        here = Place(path, place)
        here.need(value, "text", str)
        yield here.document(_sheet(value, here, f"{path.stem}-{value.get('id', number)}"))


def _sheet(line: Mapping[str, Any], place: Place, name: str) -> Sheet:
    text = line["text"]
    meta = line.get(_META) or {}
    entities = _entities(line, place)
    units = Utf16(text)
    found = [_found(entity, units, text, place.at(f"entity {entity.get('id')}")) for entity in entities]
    marks = recalled(found, marks_of(meta.get("marks") or ()))
    ids = {entity.get("id"): mark.id for entity, mark in zip(entities, marks, strict=True)}
    links = tuple(_link(relation, ids, place) for relation in line.get("relations") or ())
    head = dict(meta.get("head") or {})
    if approver := line.get("annotation_approver"):
        head["review"] = {"annotator": str(approver), "at": None, "tool": TOOL}
    language = meta.get("language") or detect(text)
    return Sheet(str(meta.get("id") or name), language, text, tuple(marks), links, head)


def _entities(line: Mapping[str, Any], place: Place) -> list[dict[str, Any]]:
    """Entities as a project with relations exports them, or the triples of one without."""
    if "entities" in line:
        return list(place.need(line, "entities", list))
    triples = place.need(line, "label" if "label" in line else "labels", list)
    names = ("start_offset", "end_offset", "label")
    return [{"id": number, **dict(zip(names, triple, strict=True))} for number, triple in enumerate(triples, start=1)]


def _found(entity: Mapping[str, Any], units: Utf16, text: str, place: Place) -> Found:
    stated: Span = (int(place.need(entity, "start_offset", int)), int(place.need(entity, "end_offset", int)))
    try:
        return place.label(entity.get("label")), units.span_from(stated)
    except ValueError as error:
        raise place.error("span_outside_text", span=f"[{stated[0]}, {stated[1]})", length=len(text)) from error


def _link(relation: Mapping[str, Any], ids: Mapping[Any, str], place: Place) -> Link:
    here = place.at(f"relation {relation.get('id')}")
    source, target = here.need(relation, "from_id"), here.need(relation, "to_id")
    if not {source, target} <= ids.keys():
        raise here.error("link_unknown", source=source, target=target)
    return Link(ids[source], ids[target])
