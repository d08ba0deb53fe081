"""The schema of the frames: each table's columns in order, with the type of each."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Table(StrEnum):
    """One of the frames."""

    TASKS = "tasks"
    UNITS = "units"
    DEADLINES = "deadlines"
    TARGETS = "targets"


_PLACE = {"document": "string", "language": "string"}
_SPAN = {"start": "int64", "end": "int64", "quote": "string"}

COLUMNS: Mapping[Table, Mapping[str, str]] = {
    Table.TASKS: _PLACE
    | {
        "plan": "string",
        "plan_title": "string",
        "section": "string",
        "section_title": "string",
        "section_type": "string",
        "task": "string",
        "number": "string",
        "title": "string",
    }
    | _SPAN
    | {"units": "int64", "deadlines": "int64", "targets": "int64"},
    Table.UNITS: _PLACE
    | {
        "task": "string",
        "role": "string",
        "name": "string",
        "name_other": "string",
        "kind": "string",
        "level": "string",
        "is_class": "bool",
        "rule": "string",
    }
    | _SPAN,
    Table.DEADLINES: _PLACE
    | {
        "task": "string",
        "kind": "string",
        "value": "string",
        "first_day": "datetime64[ns]",
        "last_day": "datetime64[ns]",
        "modality": "string",
        "reason": "string",
        "rule": "string",
    }
    | _SPAN,
    Table.TARGETS: _PLACE
    | {
        "task": "string",
        "kind": "string",
        "subject": "string",
        "op": "string",
        "low": "float64",
        "high": "float64",
        "unit": "string",
        "of": "string",
        "bound": "string",
        "deadline": "string",
        "baseline": "string",
        "baseline_year": "Int64",
        "rule": "string",
    }
    | _SPAN,
}
"""A unit that answers for several tasks has a row for each; `low` and `high` are the ends of a range, else the same."""
