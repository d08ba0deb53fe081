"""How far the cells of a spreadsheet lie apart, found before a library makes room for all that lies between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from policy_nlp.errors import InputError

MAX_AREA = 4_000_000
"""The most places, empty ones included, that the used part of a sheet may have."""

# Only cells with something in them count: whole columns of formatted empty cells are harmless.
_FILLED = re.compile(rb'<(?:[a-z]{1,8}:)?c\b[^<>]{0,200}?\br="([A-Z]{1,3})(\d{1,7})"[^<>]{0,200}(?<!/)>\s{0,9}<')
_SHEET = re.compile(r"xl/worksheets/[^/]{1,200}\.xml", re.IGNORECASE)
_CHUNK = 1 << 20
_OVERLAP = 1 << 10


def refuse_far_cells(data: bytes, path: str) -> None:
    """Raise InputError that names the sheet's file and the cell where a sheet spans more places than can be kept."""
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if _SHEET.fullmatch(name):
                _refuse_far_cell(archive, name, path)


def _refuse_far_cell(archive: ZipFile, name: str, path: str) -> None:
    top, left, bottom, right = 1 << 21, 1 << 15, 0, 0
    for letters, digits in _filled(archive, name):
        row, column = int(digits), column_number(letters.decode())
        top, left, bottom, right = min(top, row), min(left, column), max(bottom, row), max(right, column)
        if (bottom - top + 1) * (right - left + 1) > MAX_AREA:
            cell = f"{letters.decode()}{row}"
            raise InputError("far_cell", path=path, place=f"{name}!{cell}", cell=cell, limit=MAX_AREA)


def _filled(archive: ZipFile, name: str) -> Iterator[tuple[bytes, bytes]]:
    """The addresses of the cells with something in them, read piece by piece."""
    kept = b""
    with archive.open(name) as member:
        while chunk := member.read(_CHUNK):
            window = kept + chunk
            yield from ((match[1], match[2]) for match in _FILLED.finditer(window))
            kept = window[-_OVERLAP:]


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
