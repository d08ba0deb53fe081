"""The columns of a data set: every field of the gold format with one type, so that no file changes the schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Columns = dict[str, Any]
"""Names of columns; a value is the name of a type, a list of one thing, or columns again."""

_SPAN: Any = ["int64"]
_RULE: Columns = {"rule": "string", "inherited_from": _SPAN}
_PLAN: Columns = {"id": "string", "title": "string", "span": _SPAN, "issuer": "string", "region": "string"}
_SECTION: Columns = {"id": "string", "plan": "string", "number": "string", "title": "string", "level": "int64"}
_TASK: Columns = {"id": "string", "plan": "string", "section": "string", "number": "string", "title": "string"}
_UNIT: Columns = {"quote": "string", "span": _SPAN, "role": "string", "tasks": ["string"], "name": "string"}
_DEADLINE: Columns = {"quote": "string", "span": _SPAN, "kind": "string", "value": "string", "task": "string"}
_TARGET: Columns = {"quote": "string", "span": _SPAN, "kind": "string", "op": "string", "bound": "string"}

COLUMNS: Columns = {
    "id": "string",
    "language": "string",
    "text": "string",
    "source": {"path": "string", "media_type": "string", "sha256": "string", "note": "string"},
    "review": {"annotator": "string", "at": "string", "tool": "string"},
    "plans": [_PLAN | {"period": "string", "language": "string"}],
    "sections": [_SECTION | {"type": "string", "span": _SPAN}],
    "tasks": [_TASK | {"path": ["string"], "span": _SPAN, "quote": "string"}],
    "units": [_UNIT | {"name_other": "string", "kind": "string", "level": "string", "class": "bool"} | _RULE],
    "deadlines": [_DEADLINE | {"anchor": "string", "modality": "string", "reason": "string"} | _RULE],
    "targets": [
        _TARGET
        | {"values": ["float64"], "unit": "string", "of": "string", "subject": "string", "deadline": "string"}
        | {"task": "string", "baseline": {"quote": "string", "year": "int64"}}
        | _RULE
    ],
    "diagnostics": [
        {"code": "string", "severity": "string", "message": {"zh": "string", "en": "string"}, "span": _SPAN}
    ],
}
"""A target's number, or the two ends of its range, stand in `values`."""


def shaped(value: Any, columns: Any) -> Any:
    """Return `value` with exactly the columns given, None where there is nothing.

    >>> shaped({"id": "a", "odd": 1}, {"id": "string", "title": "string"})
    {'id': 'a', 'title': None}
    """
    if value is None:
        return None
    if isinstance(columns, Mapping):
        return {name: shaped(value.get(name), inner) for name, inner in columns.items()}
    return [shaped(item, columns[0]) for item in value] if isinstance(columns, list) else value


def features(datasets: Any, columns: Any = COLUMNS) -> Any:
    """Return `columns` as the typed Features of the library `datasets`, which is handed in."""
    if isinstance(columns, Mapping):
        inner = {name: features(datasets, column) for name, column in columns.items()}
        return datasets.Features(inner) if columns is COLUMNS else inner
    if isinstance(columns, list):
        return datasets.List(features(datasets, columns[0]))
    return datasets.Value(columns)
