"""The forms in which other systems write what they found: LangExtract's, and lists of labeled spans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from policy_nlp.scoring.foreign.build import Labeled, built

_LISTS = ("spans", "entities", "ents")


def as_ours(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return `data` in our format, where it is in another that is known; else `data` itself.

    Known are LangExtract's annotated documents (`extractions` with `char_interval`) and objects with a list `spans`,
    `entities` or `ents` of `{"start", "end", "label"}`, as spaCy's `Doc.to_json` writes them.

    >>> ours = as_ours({"id": "a", "spans": [{"start": 1, "end": 5, "label": "lead"}]})
    >>> ours["units"]
    [{'span': [1, 5], 'role': 'lead', 'tasks': []}]
    """
    if isinstance(data.get("extractions"), list):
        return built(_head(data, "document_id"), list(_extractions(data["extractions"])))
    name = next((name for name in _LISTS if isinstance(data.get(name), list)), None)
    return data if name is None else built(_head(data, "id"), list(_spans(data[name])))


def _head(data: Mapping[str, Any], key: str) -> dict[str, Any]:
    """The id, the language and the text; spaCy's documents have no id and are known by their text."""
    head = {name: data[name] for name in ("language", "text") if isinstance(data.get(name), str)}
    name = data.get(key) or data.get("id") or (sha256(head["text"].encode()).hexdigest() if "text" in head else None)
    return head if name is None else {"id": str(name)} | head


def _extractions(extractions: list[Mapping[str, Any]]) -> Iterator[Labeled]:
    for extraction in extractions:
        place = extraction.get("char_interval") or {}
        span = place.get("start_pos"), place.get("end_pos")
        yield Labeled(str(extraction["extraction_class"]), _span(*span), extraction.get("attributes") or {})


def _spans(spans: list[Mapping[str, Any]]) -> Iterator[Labeled]:
    for one in spans:
        label = one.get("label", one.get("type"))
        further = {name: value for name, value in one.items() if name not in ("start", "end", "label", "type")}
        yield Labeled(str(label), _span(one.get("start"), one.get("end")), further | (one.get("attributes") or {}))


def _span(start: Any, end: Any) -> tuple[int, int] | None:
    return None if start is None or end is None else (int(start), int(end))
