"""The formats that extraction gives out."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """A format of extraction."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TABLE = "table"

    @property
    def suffix(self) -> str:
        """The suffix of a file in this format; never one that would be read as a plan of its own name."""
        return ".table.txt" if self is Form.TABLE else f".{self.value}"
