"""The formats of a comparison."""

from __future__ import annotations

from enum import StrEnum


class ComparisonForm(StrEnum):
    """A format of comparison."""

    JSON = "json"
    MD = "md"
    TABLE = "table"

    @property
    def suffix(self) -> str:
        """The suffix of a file in this format; never one that would be read as a plan of its own name."""
        return {ComparisonForm.JSON: ".gaps.json", ComparisonForm.MD: ".gaps.md"}.get(self, ".gaps.table.txt")
