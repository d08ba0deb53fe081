"""HTML tables: which of them hold data, and where each cell lies in the grid, merged cells included."""

from __future__ import annotations

from collections.abc import Callable

from selectolax.lexbor import LexborNode

from policy_nlp.reading.grid import Grid, GridCell

_MAX_COLUMN_SPAN = 100
_MAX_ROW_SPAN = 1000
_MAX_LINES = 40


def is_data_table(table: LexborNode) -> bool:
    """Return whether `table` relates cells to one another; a table that only places text on the page does not.

    >>> from selectolax.lexbor import LexborHTMLParser
    >>> is_data_table(LexborHTMLParser("<table><tr><th>Action<th>Lead</table>").css("table")[0])
    True
    """
    # A search begins with the node itself: only its children can tell whether there is another table in it.
    if any(child.css_first("table") for child in table.iter()) or table.attributes.get("role") == "presentation":
        return False
    wide = sum(len(_cells(row)) > 1 for row in table.css("tr"))
    return wide >= (1 if table.css_first("th") is not None else 2) and not _holds_a_page(table)


def _holds_a_page(table: LexborNode) -> bool:
    """No cell of a task table is that long: the text of the page itself was put there."""
    return any(len(cell.css("p, br")) > _MAX_LINES for cell in table.css("td"))


def grid(table: LexborNode, text_of: Callable[[LexborNode], str]) -> Grid:
    """Return the cells of `table` with their places; `text_of` reads one cell.

    >>> from selectolax.lexbor import LexborHTMLParser
    >>> page = LexborHTMLParser("<table><tr><td rowspan=2>Dams<td>Survey<tr><td>Repair</table>")
    >>> rows = grid(page.css("table")[0], lambda cell: cell.text()).rows
    >>> [(cell.text, cell.row, cell.column) for row in rows for cell in row]
    [('Dams', 0, 0), ('Survey', 0, 1), ('Repair', 1, 1)]
    """
    rows = table.css("tr")
    taken: dict[int, int] = {}
    placed = []
    for number, row in enumerate(rows):
        spots = _spots(row, taken, len(rows) - number)
        placed.append(tuple(GridCell(text_of(cell), number, *spot) for cell, spot in spots))
        taken = {column: left - 1 for column, left in taken.items() if left > 1}
    return Grid(tuple(placed))


def _spots(row: LexborNode, taken: dict[int, int], rows_left: int) -> list[tuple[LexborNode, tuple[int, int, int]]]:
    """Column, row span and column span of each cell; `taken` says for how many rows, this one included, a column is."""
    spots = []
    column = 0
    for cell in _cells(row):
        while column in taken:
            column += 1
        down = min(_span(cell, "rowspan", _MAX_ROW_SPAN), rows_left)
        across = _span(cell, "colspan", _MAX_COLUMN_SPAN)
        spots.append((cell, (column, down, across)))
        taken |= dict.fromkeys(range(column, column + across), down)
        column += across
    return spots


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag in ("td", "th")]


def _span(cell: LexborNode, name: str, limit: int) -> int:
    value = (cell.attributes.get(name) or "").strip()
    return min(max(int(value), 1), limit) if value.isdecimal() and len(value) < 7 else 1
