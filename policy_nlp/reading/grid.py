"""A table as every reader hands it on: cells with their places, merged ones once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell of a table: what it says, and the rows and columns that it takes up.

    `origin` is where the file has it, such as the address of a spreadsheet's cell.
    """

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its cells row by row. A place that a merged cell takes up has no cell of its own."""

    rows: tuple[tuple[GridCell, ...], ...]
    origin: str | None = None
