"""Task tables as CSV that a spreadsheet opens without harm."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import fields
from io import StringIO

from policy_nlp.messages import text
from policy_nlp.reporting.task_rows import TaskRow

COLUMNS = tuple(field.name for field in fields(TaskRow))
MARK = "\ufeff"
"""The byte order mark by which a spreadsheet knows UTF-8."""

# A cell that begins so is taken for a formula, in full width too.
_FORMULA = tuple("=+-@\t\r＝＋－＠")


def csv_headings(lang: str) -> str:
    """Return the first line of the CSV in `lang`, the byte order mark before it.

    >>> csv_headings("en").startswith("\\ufeffDocument,")
    True
    """
    return MARK + _line(text(f"columns.{name}", lang) for name in COLUMNS)


def csv_rows(rows: Iterable[TaskRow], lang: str) -> str:
    """Return a line for each task; several values in one cell are parted as `lang` parts them.

    >>> row = TaskRow("a", "t1", "", (), "1", "Survey", "=Survey", ("DoE", "EPA"), (), (), (), ())
    >>> csv_rows([row], "en")
    "a,t1,,,1,Survey,'=Survey,DoE; EPA,,,,\\r\\n"
    """
    return "".join(_line(_cell(getattr(row, name), name, lang) for name in COLUMNS) for row in rows)


def neutral(cell: str) -> str:
    """Return `cell` so that no spreadsheet takes it for a formula.

    >>> neutral("=1+1"), neutral("5%")
    ("'=1+1", '5%')
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _cell(value: str | tuple[str, ...], name: str, lang: str) -> str:
    if isinstance(value, str):
        return neutral(value)
    return neutral(text("columns.path" if name == "sections" else "columns.separator", lang).join(value))


def _line(cells: Iterable[str]) -> str:
    sheet = StringIO()
    csv.writer(sheet).writerow(list(cells))
    return sheet.getvalue()
