"""How a workbook shows its cells: the format of each number, and the rows and columns that it hides."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO, StringIO
from typing import Any

from policy_nlp.reading.spreadsheet_format import GENERAL
from policy_nlp.reading.spreadsheet_guard import column_number

Place = tuple[int, int]
"""Row and column of a cell, both from 0 on."""


@dataclass(frozen=True, slots=True)
class Looks:
    """How one sheet shows its cells."""

    formats: dict[Place, str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    formulas: frozenset[Place] = frozenset()

    def format_of(self, place: Place) -> str:
        """Return the format code of a cell."""
        return self.formats.get(place, GENERAL)

    def hides(self, place: Place) -> bool:
        """Whether a cell lies in a hidden row or column."""
        return place[0] in self.hidden_rows or place[1] in self.hidden_columns


def workbook_looks(data: bytes) -> dict[str, Looks]:
    """Return the looks of each sheet of an .xlsx workbook by its name."""
    from openpyxl import load_workbook

    return {sheet.title: _looks(sheet) for sheet in load_workbook(BytesIO(data)).worksheets}


def old_workbook_looks(data: bytes) -> dict[str, Looks]:
    """Return the looks of each sheet of an .xls workbook by its name; it does not tell which cells hold formulas."""
    from xlrd import open_workbook

    book = open_workbook(file_contents=data, formatting_info=True, logfile=StringIO())
    return {sheet.name: _old_looks(book, sheet) for sheet in book.sheets()}


def _old_looks(book: Any, sheet: Any) -> Looks:
    formats = {
        (row, column): book.format_map[book.xf_list[sheet.cell_xf_index(row, column)].format_key].format_str
        for row in range(sheet.nrows)
        for column in range(sheet.row_len(row))
        if sheet.cell_value(row, column) != ""
    }
    rows = frozenset(row for row, info in sheet.rowinfo_map.items() if info.hidden)
    columns = frozenset(column for column, info in sheet.colinfo_map.items() if info.hidden)
    return Looks(formats, rows, columns)


def _looks(sheet: Any) -> Looks:
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    return Looks(
        {(cell.row - 1, cell.column - 1): cell.number_format for cell in cells},
        frozenset(number - 1 for number, row in sheet.row_dimensions.items() if row.hidden),
        frozenset(_hidden_columns(sheet)),
        frozenset((cell.row - 1, cell.column - 1) for cell in cells if cell.data_type == "f"),
    )


def _hidden_columns(sheet: Any) -> list[int]:
    found: list[int] = []
    for letters, column in sheet.column_dimensions.items():
        if column.hidden:
            first = column.min - 1 if column.min else column_number(letters)
            found.extend(range(first, (column.max or first + 1)))
    return found
