"""Documents as JSON in the format of gold files, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from policy_nlp.errors import SchemaError
from policy_nlp.schema import (
    SCHEMA_VERSION,
    Baseline,
    Deadline,
    DeadlineKind,
    Diagnostic,
    Document,
    Modality,
    Origin,
    Plan,
    Review,
    Role,
    Section,
    SectionType,
    Severity,
    Source,
    Span,
    Target,
    TargetKind,
    Task,
    Unit,
)


def to_json(document: Document, *, with_text: bool = False) -> dict[str, Any]:
    """Return `document` as a JSON object with keys in a fixed order; `with_text` adds the text that the spans index."""
    head: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "id": document.id, "language": document.language}
    head["source"] = _source_json(document.source)
    if document.review is not None:
        head["review"] = _fields(document.review, "annotator at tool")
    if with_text:
        head["text"] = document.text
    tail = {"origins": [_fields(item, "span place") for item in document.origins]} if document.origins else {}
    body = {
        "plans": [_fields(plan, "id title span issuer region period language") for plan in document.plans],
        "sections": [_fields(item, "id plan number title level type span") for item in document.sections],
        "tasks": [_fields(item, "id plan section number title path span quote") for item in document.tasks],
        "units": [_unit_json(item) for item in document.units],
        "deadlines": [
            _fields(item, "quote span kind value task anchor modality reason rule inherited_from")
            for item in document.deadlines
        ],
        "targets": [_target_json(item) for item in document.targets],
        "diagnostics": [_fields(item, "code severity message span") for item in document.diagnostics],
    }
    return head | body | tail


def dumps(value: Mapping[str, Any], *, indent: int | None = 1) -> str:
    """Return `value` as UTF-8-ready JSON text, not ASCII-escaped, ending in a line break."""
    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"


def _fields(record: object, names: str) -> dict[str, Any]:
    return {name: _plain(getattr(record, name)) for name in names.split()}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _source_json(source: Source) -> Any:
    if source.note is not None and source.path is None:
        return {"note": source.note}
    return {"path": source.path, "media_type": source.media_type, "sha256": source.sha256}


def _unit_json(unit: Unit) -> dict[str, Any]:
    head = _fields(unit, "quote span role tasks name name_other kind level")
    return head | {"class": unit.is_class} | _fields(unit, "rule inherited_from")


def _target_json(target: Target) -> dict[str, Any]:
    names = "quote span kind op bound value unit of subject deadline task"
    baseline = {"quote": target.baseline.quote, "year": target.baseline.year} if target.baseline else None
    return _fields(target, names) | {"baseline": baseline} | _fields(target, "rule inherited_from")


def from_json(data: Mapping[str, Any], *, text: str | None = None) -> Document:
    """Return the document that a gold or prediction object describes.

    `text` is the raw text when the object does not carry it. Raises SchemaError naming the record that is wrong.
    """
    body = data.get("text") if text is None else text
    if body is None:
        body = ""
    return Document(
        id=str(_need(data, "id", "document")),
        language=str(_need(data, "language", "document")),
        text=body,
        source=_source(data.get("source")),
        plans=_records(data, "plans", _plan),
        sections=_records(data, "sections", _section),
        tasks=_records(data, "tasks", lambda item: _task(item, body)),
        units=_records(data, "units", lambda item: _unit(item, body)),
        deadlines=_records(data, "deadlines", lambda item: _deadline(item, body)),
        targets=_records(data, "targets", lambda item: _target(item, body)),
        diagnostics=_records(data, "diagnostics", _diagnostic),
        review=_review(data.get("review")),
        origins=_records(data, "origins", lambda item: Origin(_span(item["span"]), str(item["place"]))),
    )


def _need(data: Mapping[str, Any], key: str, where: str) -> Any:
    if key not in data:
        raise SchemaError(f"{where}: no {key!r}")
    return data[key]


def _records(data: Mapping[str, Any], key: str, build: Any) -> tuple[Any, ...]:
    items = data.get(key) or ()
    if not isinstance(items, list | tuple):
        raise SchemaError(f"{key}: not a list")
    built = []
    for index, item in enumerate(items):
        try:
            built.append(build(item))
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise SchemaError(f"{key}[{index}]: {type(error).__name__}: {error}") from error
    return tuple(built)


def _span(value: Any) -> Span:
    start, end = value
    return int(start), int(end)


def _maybe_span(value: Any) -> Span | None:
    return None if value is None else _span(value)


def _quote(item: Mapping[str, Any], text: str) -> str:
    start, end = _span(item["span"])
    return str(item.get("quote") or text[start:end])


def _source(value: Any) -> Source:
    if isinstance(value, Mapping):
        return Source(value.get("path"), value.get("media_type"), value.get("sha256"), value.get("note"))
    return Source(note=None if value is None else str(value))


def _plan(item: Mapping[str, Any]) -> Plan:
    return Plan(
        item["id"],
        item.get("title", ""),
        _span(item["span"]),
        item.get("issuer"),
        item.get("region"),
        item.get("period"),
        item.get("language"),
    )


def _section(item: Mapping[str, Any]) -> Section:
    return Section(
        item["id"],
        item["plan"],
        item.get("number") or "",
        item.get("title") or "",
        int(item["level"]),
        SectionType(item["type"]),
        _span(item["span"]),
    )


def _task(item: Mapping[str, Any], text: str) -> Task:
    return Task(
        item["id"],
        item["plan"],
        item.get("section"),
        item.get("number") or "",
        _span(item["span"]),
        _quote(item, text),
        item.get("title") or "",
        tuple(item.get("path") or ()),
    )


def _unit(item: Mapping[str, Any], text: str) -> Unit:
    return Unit(
        _quote(item, text),
        _span(item["span"]),
        Role(item["role"]),
        tuple(item["tasks"]),
        item.get("name"),
        item.get("name_other"),
        item.get("kind"),
        item.get("level"),
        bool(item.get("class", False)),
        item.get("rule"),
        _maybe_span(item.get("inherited_from")),
    )


def _deadline(item: Mapping[str, Any], text: str) -> Deadline:
    return Deadline(
        _quote(item, text),
        _span(item["span"]),
        DeadlineKind(item["kind"]),
        item.get("value"),
        item.get("task"),
        item.get("anchor"),
        Modality(item.get("modality") or "strict"),
        item.get("reason"),
        item.get("rule"),
        _maybe_span(item.get("inherited_from")),
    )


def _target(item: Mapping[str, Any], text: str) -> Target:
    value = item["value"]
    baseline = item.get("baseline")
    return Target(
        quote=_quote(item, text),
        span=_span(item["span"]),
        kind=TargetKind(item["kind"]),
        op=item["op"],
        value=(value[0], value[1]) if isinstance(value, list) else value,
        unit=item.get("unit"),
        bound=item.get("bound"),
        of=item.get("of"),
        subject=item.get("subject"),
        deadline=item.get("deadline"),
        task=item.get("task"),
        baseline=Baseline(baseline["quote"], baseline.get("year")) if baseline else None,
        rule=item.get("rule"),
        inherited_from=_maybe_span(item.get("inherited_from")),
    )


def _diagnostic(item: Mapping[str, Any]) -> Diagnostic:
    return Diagnostic(item["code"], Severity(item["severity"]), dict(item["message"]), _maybe_span(item.get("span")))


def _review(value: Any) -> Review | None:
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise SchemaError("review: not an object")
    return Review(value.get("annotator"), value.get("at"), value.get("tool"))
