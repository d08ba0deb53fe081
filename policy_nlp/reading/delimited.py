"""Tables as text: .csv and .tsv, whatever parts their fields, each field a cell with its address."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO

from policy_nlp.errors import InputError
from policy_nlp.reading.decoding import decode
from policy_nlp.reading.grid import GridCell
from policy_nlp.reading.html_layout import lay_out
from policy_nlp.reading.page import Content
from policy_nlp.reading.spreadsheet_guard import MAX_AREA, address
from policy_nlp.reading.spreadsheet_rows import lines_and_tables, one_line

_SIGNS = "\t,;|，"
_LOOKED_AT = 200
_LONGEST_FIELD = 1_000_000


def read_delimited(data: bytes, path: str, encoding: str | None = None) -> Content:
    """Return a table of fields, a line for each row, each field a block with its address.

    >>> content = read_delimited(b"Action;Lead\\nSurvey all dams;Water Board", "plan.csv")
    >>> content.text, content.blocks[-1].origin
    ('Action\\tLead\\nSurvey all dams\\tWater Board', 'B2')
    """
    decoded = decode(data, path=path, encoding=encoding)
    cells = [
        GridCell(text, row, column, origin=address(row, column))
        for row, fields in enumerate(_rows(decoded.text, path))
        for column, field in enumerate(fields)
        if (text := one_line(field))
    ]
    text, blocks = lay_out(lines_and_tables(cells, path if path != "-" else ""))
    return Content(text, blocks, decoded.diagnostics)


def _rows(text: str, path: str) -> list[list[str]]:
    """The fields row by row; a quotation that is never closed is refused by name."""
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter(text))
    rows: list[list[str]] = []
    try:
        for fields in reader:
            rows.append(fields)
            _refuse_wide(fields, path, reader.line_num)
    except csv.Error as error:
        raise InputError("broken_csv", path=path, place=f"line {reader.line_num}", cause=error) from error
    return rows


def _refuse_wide(fields: list[str], path: str, line: int) -> None:
    if len(fields) > MAX_AREA // 100:
        raise InputError("far_cell", path=path, place=f"line {line}", cell=address(line, len(fields)), limit=MAX_AREA)


def delimiter(text: str) -> str:
    """Return the sign that parts the fields: the one that parts most rows into equally many.

    >>> delimiter("Action;Lead\\nSurvey, then repair;Water Board\\n")
    ';'
    """
    head = "".join(text.splitlines(keepends=True)[:_LOOKED_AT])
    return max(_SIGNS, key=lambda sign: _evenness(head, sign))


def _evenness(head: str, sign: str) -> tuple[int, int]:
    try:
        widths = [len(row) for row in csv.reader(StringIO(head, newline=""), delimiter=sign) if len(row) > 1]
    except csv.Error:
        return 0, 0
    width, times = Counter(widths).most_common(1)[0] if widths else (0, 0)
    return times, width
