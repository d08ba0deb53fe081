"""From the cells of a sheet to lines and tables: titles above, notes below, and what lies between is the table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from policy_nlp.reading.grid import Grid, GridCell
from policy_nlp.reading.html_line import Line, collapsed

_WIDE = 0.5
"""The share of the columns that a merged cell alone in its row has to take up to stand above the rows below it."""

Row = tuple[GridCell, ...]
Place = tuple[int, int]


def lines_and_tables(cells: Sequence[GridCell], name: str) -> Iterator[Line | Grid]:
    """Yield a line for each row with one cell only that stands above, below or across a table, and the tables.

    >>> cells = [GridCell("Dam plan", 0, 0), GridCell("Action", 1, 0), GridCell("Lead", 1, 1)]
    >>> [type(piece).__name__ for piece in lines_and_tables(cells, "Sheet1")]
    ['Line', 'Grid']
    """
    rows = [tuple(row) for _, row in groupby(cells, key=lambda cell: cell.row)]
    width = max((cell.column + cell.column_span for cell in cells), default=0)
    left = min((cell.column for cell in cells), default=0)
    alone = _standing_alone(rows, width - left)
    for single, run in groupby(range(len(rows)), key=alone.__contains__):
        found = [rows[index] for index in run]
        if single:
            yield from (Line(row[0].text, origin=row[0].origin) for row in found)
        else:
            yield Grid(_from_zero(found, left), name)


def _standing_alone(rows: Sequence[Row], width: int) -> set[int]:
    """The rows with one cell that belongs to no table: at the top, at the bottom, or as wide as the table."""
    reached = _reached(rows)
    single = [len(row) == 1 and row[0].row not in reached for row in rows]
    first = next((index for index, one in enumerate(single) if not one), len(rows))
    last = next((index for index in reversed(range(len(rows))) if not single[index]), -1)
    across = {index for index, one in enumerate(single) if one and rows[index][0].column_span > max(1, _WIDE * width)}
    return set(range(first)) | set(range(last + 1, len(rows))) | across


def _reached(rows: Sequence[Row]) -> set[int]:
    """The rows into which a merged cell of a row above reaches."""
    return {
        cell.row + down for row in rows for cell in row if len(row) > 1 for down in range(1, min(cell.row_span, 10_000))
    }


def _from_zero(rows: Sequence[Row], left: int) -> tuple[Row, ...]:
    """The rows of a table with places that count from its own corner."""
    top = rows[0][0].row
    return tuple(tuple(_moved(cell, top, left) for cell in row) for row in rows)


def _moved(cell: GridCell, top: int, left: int) -> GridCell:
    return GridCell(cell.text, cell.row - top, cell.column - left, cell.row_span, cell.column_span, cell.origin)


def one_line(text: str) -> str:
    """Return what a cell says on one line, its own lines parted by a space.

    >>> one_line("市水务局\\n市财政局")
    '市水务局 市财政局'
    """
    return " ".join(filter(None, map(collapsed, text.splitlines())))


def merged(values: Mapping[Place, str], ranges: Sequence[tuple[Place, Place]]) -> dict[Place, Place]:
    """Return over how many rows and columns the cells with something in them reach."""
    return {
        (top, left): (bottom - top + 1, right - left + 1)
        for (top, left), (bottom, right) in ranges
        if (top, left) in values
    }
