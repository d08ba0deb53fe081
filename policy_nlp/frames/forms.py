"""The formats of a table."""

from __future__ import annotations

from enum import StrEnum


class TableForm(StrEnum):
    """A format of `table`."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"
