"""The formats of a comparison."""

from __future__ import annotations

from enum import StrEnum


class ComparisonForm(StrEnum):
    """A format of comparison."""

    JSON = "json"
    MD = "md"
    TABLE = "table"
    DOCX = "docx"
    HTML = "html"
    XLSX = "xlsx"

    @property
    def suffix(self) -> str:
        """The suffix of a file in this format; never one that would be read as a plan of its own name."""
        return ".gaps.table.txt" if self is ComparisonForm.TABLE else f".gaps.{self.value}"

    @property
    def together(self) -> bool:
        """Whether one file holds the comparisons of all local plans."""
        return self in (ComparisonForm.HTML, ComparisonForm.XLSX)
