"""Sheets as an Excel workbook: filters, frozen headings, no live formula or link whatever a plan's text says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from policy_nlp.messages import text
from policy_nlp.messages.catalogue import LANGUAGES
from policy_nlp.reporting.plain_text import encodable
from policy_nlp.reporting.sheets import Cell, Column, Sheet, sheets
from policy_nlp.schema import Document

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# The same input gives the same bytes, so the workbook cannot say when it was made.
_MADE = datetime(2000, 1, 1)
_CELL_LIMIT = 32_767
_STYLES = {
    "head": {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1", "border": 1},
    "upright": {
        "bold": True,
        "rotation": 90,
        "valign": "bottom",
        "align": "center",
        "bg_color": "#DCE6F1",
        "border": 1,
    },
    "text": {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"},
    "mark": {"align": "center", "valign": "top", "border": 1, "border_color": "#BFBFBF"},
    "day": {"num_format": "yyyy-mm-dd", "valign": "top", "align": "left", "border": 1, "border_color": "#BFBFBF"},
}


def task_workbook(document: Document, lang: str) -> bytes:
    """Return `document` as the bytes of an .xlsx file: tasks, due dates, who does what, targets, notes, basis.

    >>> task_workbook(Document("a", "en", "Plan"), "en")[:2]
    b'PK'
    """
    from policy_nlp.version import __version__

    return workbook(sheets(document, lang, version=__version__), lang)


def workbook(pages: Sequence[Sheet], lang: str) -> bytes:
    """Return `pages` as the bytes of an .xlsx file, headings in both languages, those of `lang` first.

    >>> workbook([], "en")[:2]
    b'PK'
    """
    from xlsxwriter import Workbook

    out = BytesIO()
    with Workbook(out, _OPTIONS) as book:
        book.set_properties({"created": _MADE})
        styles = {name: book.add_format(style) for name, style in _STYLES.items()}
        for sheet in pages:
            _fill(book, sheet, styles, lang)
        if not pages:
            book.add_worksheet()
    return out.getvalue()


def _fill(book: Workbook, sheet: Sheet, styles: dict[str, Format], lang: str) -> None:
    page = book.add_worksheet(text(f"sheets.{sheet.key}", lang))
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, column.width)
        page.write_string(0, index, _heading(column, lang), styles["upright" if column.upright else "head"])
    for number, row in enumerate(sheet.rows, start=1):
        for index, (cell, column) in enumerate(zip(row, sheet.columns, strict=True)):
            _write(page, (number, index), cell, styles, "mark" if column.upright else "text", lang)
    _arrange(page, sheet)


def _arrange(page: Worksheet, sheet: Sheet) -> None:
    """Headings in sight, a filter on each, and paper laid across with the headings on each sheet of it."""
    page.freeze_panes(1, sheet.frozen)
    page.autofilter(0, 0, max(len(sheet.rows) - sheet.totals, 1), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _heading(column: Column, lang: str) -> str:
    """Both languages, one above the other; a name that is the same in both stands once."""
    ordered = sorted(LANGUAGES, key=lambda name: name != lang)
    return _cut("\n".join(dict.fromkeys(column.heading[name] for name in ordered)))


def _write(page: Worksheet, at: tuple[int, int], cell: Cell, styles: dict[str, Format], style: str, lang: str) -> None:
    if isinstance(cell, date):
        page.write_datetime(*at, datetime(cell.year, cell.month, cell.day), styles["day"])
    elif isinstance(cell, int | float):
        page.write_number(*at, cell, styles[style])
    elif cell:
        joined = text("columns.separator", lang).join(cell) if isinstance(cell, tuple) else cell
        page.write_string(*at, _cut(joined), styles[style])
    else:
        page.write_blank(*at, None, styles[style])


def _cut(content: str) -> str:
    """A cell holds 32,767 characters, counted as Excel counts them; the JSON holds the whole."""
    safe = encodable(content)
    if len(safe.encode("utf-16-le")) // 2 <= _CELL_LIMIT:
        return safe
    return safe.encode("utf-16-le")[: 2 * (_CELL_LIMIT - 1)].decode("utf-16-le", "ignore") + "…"
