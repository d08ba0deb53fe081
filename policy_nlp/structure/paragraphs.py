"""Paragraphs: the stretches of text between breaks, with the layout that they were written in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Layout(StrEnum):
    """How a paragraph stands on the page."""

    TEXT = "text"
    HEADING = "heading"
    BULLET = "bullet"
    CELL = "cell"


class Field(StrEnum):
    """What a value means whose label stands beside it."""

    CAPTION = "caption"
    NAME = "name"
    WORK = "work"
    LEAD = "lead"
    CO = "co"
    RESPONSIBLE = "responsible"
    DEADLINE = "deadline"
    TARGET = "target"
    PERSONS = "persons"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text without white space or marks at its rims.

    `level` is the depth of a heading, or the indentation of a bullet. A cell knows its table, row and column, and over
    how many `rows` it reaches. A value of a record knows its `field`, and the number of its record.
    """

    start: int
    end: int
    layout: Layout = Layout.TEXT
    level: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    rows: int = 1
    field: Field | None = None
    record: int = -1

    def between(self, start: int, end: int) -> Paragraph:
        """Return the same paragraph with other bounds."""
        return Paragraph(
            start,
            end,
            self.layout,
            self.level,
            self.table,
            self.row,
            self.column,
            self.rows,
            self.field,
            self.record,
        )
