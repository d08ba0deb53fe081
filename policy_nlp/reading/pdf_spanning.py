"""Tables that go on over pages: one table, its heading once, a row that a page cuts put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from policy_nlp.reading.grid import Grid, GridCell
from policy_nlp.reading.pdf_lines import is_wide
from policy_nlp.reading.pdf_tables import RuledTable

_TOLERANCE = 6.0

Row = tuple[GridCell, ...]


def joined_tables(tables: Sequence[RuledTable]) -> Iterator[RuledTable]:
    """Yield the tables; those that follow on the next page under the same columns become part of the one before."""
    current: RuledTable | None = None
    for table in tables:
        if current is not None and _goes_on(current, table):
            current = _joined(current, table)
            continue
        if current is not None:
            yield current
        current = table
    if current is not None:
        yield current


def _goes_on(before: RuledTable, table: RuledTable) -> bool:
    same = len(before.edges) == len(table.edges) and all(
        abs(a - b) < _TOLERANCE for a, b in zip(before.edges, table.edges, strict=True)
    )
    return same and table.page == before.page + 1


def _joined(before: RuledTable, table: RuledTable) -> RuledTable:
    rows = list(before.grid.rows)
    further = list(_without_heading(rows, table.grid.rows))
    if rows and further and _is_cut(rows, further[0]):
        rows[-1] = _together(rows[-1], further.pop(0))
    shift = _height(before.grid) - (further[0][0].row if further else 0)
    moved = [tuple(replace(cell, row=cell.row + shift) for cell in row) for row in further]
    return replace(table, grid=Grid((*rows, *moved), before.grid.origin))


def _height(grid: Grid) -> int:
    return max(cell.row for row in grid.rows for cell in row) + 1


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row]


def _without_heading(rows: Sequence[Row], further: Sequence[Row]) -> Sequence[Row]:
    """The rows of the page that follows without those of the heading that it repeats."""
    repeated = 0
    while repeated < min(len(rows), len(further), 3) and _texts(rows[repeated]) == _texts(further[repeated]):
        repeated += 1
    return further[repeated:]


def _is_cut(rows: Sequence[Row], first: Row) -> bool:
    """Whether the first row of a page is the rest of the last one before: its first cell is empty, as nowhere else."""
    opened = [row[0] for row in rows[1:] if row[0].column == 0]
    numbered = bool(opened) and all(cell.text for cell in opened)
    return numbered and first[0].column == 0 and not first[0].text and any(cell.text for cell in first)


def _together(row: Row, rest: Row) -> Row:
    """The cells of a row with what the next page adds to each."""
    added = {cell.column: cell.text for cell in rest}
    return tuple(replace(cell, text=_glued(cell.text, added.get(cell.column, ""))) for cell in row)


def _glued(text: str, more: str) -> str:
    if not text or not more:
        return text or more
    return text + ("" if is_wide(text[-1]) and is_wide(more[0]) else " ") + more
