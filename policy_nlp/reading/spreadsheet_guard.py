"""How far the cells of a spreadsheet lie apart, found before a library makes room for all that lies between them."""

from __future__ import annotations

import re

from policy_nlp.errors import InputError
from policy_nlp.reading.archive import Archive

MAX_AREA = 4_000_000
"""The most places, empty ones included, that the used part of a sheet may have."""

# Only cells with something in them count: whole columns of formatted empty cells are harmless.
_FILLED = re.compile(rb'<(?:[a-z]{1,8}:)?c\b[^<>]{0,200}?\br="([A-Z]{1,3})(\d{1,7})"[^<>]{0,200}(?<!/)>\s{0,9}<')
_SHEET = re.compile(r"xl/worksheets/[^/]{1,200}\.xml", re.IGNORECASE)


def refuse_far_cells(archive: Archive) -> None:
    """Raise InputError that names the sheet's file and the cell where a sheet spans more places than can be kept."""
    for name in archive.names:
        if _SHEET.fullmatch(name):
            _refuse_far_cell(archive, name)


def _refuse_far_cell(archive: Archive, name: str) -> None:
    top, left, bottom, right = 1 << 21, 1 << 15, 0, 0
    for match in _FILLED.finditer(archive.read(name)):
        row, column = int(match[2]), column_number(match[1].decode())
        top, left, bottom, right = min(top, row), min(left, column), max(bottom, row), max(right, column)
        if (bottom - top + 1) * (right - left + 1) > MAX_AREA:
            cell = address(row - 1, column)
            raise InputError("far_cell", path=archive.path, place=f"{name}!{cell}", cell=cell, limit=MAX_AREA)


def column_number(letters: str) -> int:
    """Return the number of a column from 0 on.

    >>> column_number("A"), column_number("XFD")
    (0, 16383)
    """
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def address(row: int, column: int) -> str:
    """Return the name of the cell at `row` and `column`, both from 0 on.

    >>> address(3, 1), address(0, 16383)
    ('B4', 'XFD1')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
