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


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text without white space or marks at its rims.

    `level` is the depth of a heading, or the indentation of a bullet. A cell knows its table, row and column, and over
    how many `rows` it reaches.
    """

    start: int
    end: int
    layout: Layout = Layout.TEXT
    level: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    rows: int = 1
