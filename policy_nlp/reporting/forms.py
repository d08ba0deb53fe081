"""The formats that extraction gives out."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """A format of extraction."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TABLE = "table"
    MD = "md"
    HTML = "html"
    XLSX = "xlsx"
    DOCX = "docx"
    ICS = "ics"

    @property
    def suffix(self) -> str:
        """The suffix of a file in this format; never one that would be read as a plan of its own name."""
        return _SUFFIXES.get(self, f".{self.value}")

    @property
    def stands_alone(self) -> bool:
        """Whether a file in this format holds one document and no more."""
        return self in _ALONE


_SUFFIXES = {Form.TABLE: ".table.txt"} | {
    form: f".tasks.{form.value}" for form in (Form.MD, Form.HTML, Form.XLSX, Form.DOCX)
}
_ALONE = frozenset({Form.HTML, Form.XLSX, Form.DOCX, Form.ICS})
