"""Tables of a Word document: each cell with its place, cells merged across and down once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from policy_nlp.reading.grid import GridCell
from policy_nlp.reading.word_package import attribute, child, whole
from policy_nlp.reading.xml_source import local_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_AROUND = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})
_MAX_SPAN = 200


def only_cell(table: Element) -> Element | None:
    """Return the cell of a table that has but one: it is a frame around text, not a table."""
    cells = [cell for row in _below(table, "tr") for cell in _below(row, "tc")]
    return cells[0] if len(cells) == 1 else None


def place_cells(table: Element, text_of: Callable[[Element], str]) -> list[tuple[GridCell, ...]]:
    """Return the rows of a table; a cell that goes on below takes up further rows and stands in its first one."""
    rows: list[list[GridCell]] = []
    above: dict[int, tuple[int, int]] = {}
    for row in _below(table, "tr"):
        if child(row, "trPr", "del") is None:
            rows.append([])
            above = _row(row, rows, above, text_of)
    return [tuple(cells) for cells in rows if cells]


def _row(
    row: Element, rows: list[list[GridCell]], above: dict[int, tuple[int, int]], text_of: Callable[[Element], str]
) -> dict[int, tuple[int, int]]:
    """Place the cells of one row; return, by column, the row and the index of the cells that may go on below."""
    number = len(rows) - 1
    column = min(whole(attribute(child(row, "trPr", "gridBefore"), "val")) or 0, _MAX_SPAN)
    open_cells: dict[int, tuple[int, int]] = {}
    for cell in _below(row, "tc"):
        merge = child(cell, "tcPr", "vMerge")
        across = min(max(whole(attribute(child(cell, "tcPr", "gridSpan"), "val")) or 1, 1), _MAX_SPAN)
        goes_on = merge is not None and attribute(merge, "val") != "restart"
        if _continues_row(cell) and rows[number]:
            last = rows[number][-1]
            rows[number][-1] = replace(last, column_span=last.column_span + across)
        elif goes_on and column in above:
            first, index = above[column]
            rows[first][index] = replace(rows[first][index], row_span=number - first + 1)
            open_cells[column] = above[column]
        else:
            if merge is not None:
                open_cells[column] = (number, len(rows[number]))
            rows[number].append(GridCell(text_of(cell), number, column, column_span=across))
        column += across
    return open_cells


def _continues_row(cell: Element) -> bool:
    """Old documents merge across by marks, as they do down."""
    merge = child(cell, "tcPr", "hMerge")
    return merge is not None and attribute(merge, "val") != "restart"


def _below(element: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also within content controls."""
    for item in element:
        name = local_name(item.tag)
        if name == wanted:
            yield item
        elif name in _AROUND:
            yield from _below(item, wanted)
