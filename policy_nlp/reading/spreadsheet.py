"""Workbooks: every visible sheet with its tables, each cell with its address."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from policy_nlp.errors import InputError
from policy_nlp.messages import both
from policy_nlp.reading.archive import Archive, refuse_bomb
from policy_nlp.reading.grid import Grid, GridCell
from policy_nlp.reading.html_layout import lay_out
from policy_nlp.reading.html_line import Line
from policy_nlp.reading.page import Content
from policy_nlp.reading.spreadsheet_format import shown
from policy_nlp.reading.spreadsheet_guard import address, refuse_far_cells
from policy_nlp.reading.spreadsheet_looks import Looks, Place, old_workbook_looks, workbook_looks
from policy_nlp.reading.spreadsheet_rows import lines_and_tables, merged, one_line
from policy_nlp.schema import Diagnostic, Severity

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_ZIP = b"PK\x03\x04"
_WORKBOOK_PART = b"xl/workbook"
_NAMED = 8
"""How many places a diagnostic names one by one."""


def read_spreadsheet(data: bytes, path: str, encoding: str | None = None) -> Content:
    """Return what the visible sheets of a workbook show, a line for each row, each cell a block with its address.

    Raises InputError for a workbook with a password, a damaged one, and one with cells too far apart.
    """
    is_zip = data.startswith(_ZIP)
    is_xlsx = is_zip and _WORKBOOK_PART in data
    if is_zip:
        refuse_bomb(data, path)
        refuse_far_cells(Archive(data, path))
    book = _open(data, path)
    looks = _looks(data, path) if is_xlsx else {} if is_zip else _old_looks(data)
    reading = _Reading(book, looks)
    text, blocks = lay_out(reading.pieces(path))
    return Content(text, blocks, tuple(reading.diagnostics()))


def _open(data: bytes, path: str) -> CalamineWorkbook:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(BytesIO(data))
    except PasswordError as error:
        raise InputError("password", path=path) from error
    except CalamineError as error:
        raise InputError("damaged_file", path=path, cause=error) from error


def _looks(data: bytes, path: str) -> dict[str, Looks]:
    try:
        return workbook_looks(data)
    except MemoryError:
        raise
    except Exception as error:  # openpyxl lets whatever its parsers meet pass through.
        raise InputError("damaged_file", path=path, cause=error) from error


def _old_looks(data: bytes) -> dict[str, Looks]:
    """The looks of an old workbook; none where only the reader of its values understands it, which is told."""
    try:
        return old_workbook_looks(data)
    except MemoryError:
        raise
    except Exception:  # xlrd lets whatever it meets in files of other programs pass through.
        return {}


class _Reading:
    """The sheets of a workbook as they are read, and what has to be told about them."""

    def __init__(self, book: CalamineWorkbook, looks: dict[str, Looks]) -> None:
        self._book = book
        self._looks = looks
        self._hidden: list[str] = []
        self._hidden_cells: list[str] = []
        self._uncomputed: list[str] = []

    def pieces(self, path: str) -> Iterator[Line | Grid]:
        """Yield the lines and tables of the visible sheets."""
        from python_calamine import SheetTypeEnum, SheetVisibleEnum

        for sheet in self._book.sheets_metadata:
            if sheet.typ is not SheetTypeEnum.WorkSheet:
                continue
            if sheet.visible is SheetVisibleEnum.Visible:
                yield from self._sheet(sheet.name, path)
            else:
                self._hidden.append(sheet.name)

    def _sheet(self, name: str, path: str) -> Iterator[Line | Grid]:
        from python_calamine import CalamineError

        try:
            sheet = self._book.get_sheet_by_name(name)
            values = self._values(sheet, self._looks.get(name, Looks()))
        except CalamineError as error:
            raise InputError("damaged_file", path=path, place=name, cause=error) from error
        spans = merged(values, sheet.merged_cell_ranges or ())
        cells = [
            GridCell(text, *place, *spans.get(place, (1, 1)), f"{name}!{address(*place)}")
            for place, text in sorted(values.items())
        ]
        yield from lines_and_tables(cells, name)

    def _values(self, sheet: CalamineSheet, looks: Looks) -> dict[Place, str]:
        values: dict[Place, str] = {}
        for row, line in enumerate(sheet.to_python(skip_empty_area=False)):
            for column, value in enumerate(line):
                place = row, column
                text = one_line(shown(value, looks.format_of(place)))
                if not text and place in looks.formulas:
                    self._uncomputed.append(f"{sheet.name}!{address(*place)}")
                if text and looks.hides(place):
                    self._hidden_cells.append(f"{sheet.name}!{address(*place)}")
                elif text:
                    values[place] = text
        return values

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Yield what a reader of the result should know about what is not in it."""
        if self._hidden:
            yield _note("hidden_sheets", Severity.MEDIUM, self._hidden)
        if self._hidden_cells:
            yield _note("hidden_cells", Severity.MEDIUM, self._hidden_cells)
        if self._uncomputed:
            yield _note("formulas_without_values", Severity.MEDIUM, self._uncomputed)
        if not self._looks:
            yield Diagnostic("number_formats_unknown", Severity.LOW, both("diagnostics.number_formats_unknown"))


def _note(code: str, severity: Severity, places: list[str]) -> Diagnostic:
    names = ", ".join(places[:_NAMED]) + (" …" if len(places) > _NAMED else "")
    return Diagnostic(code, severity, both(f"diagnostics.{code}", count=len(places), places=names))
