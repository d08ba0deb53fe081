"""The task breakdown as a Word document, to go with the notice to those who have to act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

from policy_nlp.messages import text
from policy_nlp.reporting.fixed_zip import undated
from policy_nlp.reporting.plain_text import encodable
from policy_nlp.reporting.task_rows import TaskRow, task_rows
from policy_nlp.schema import Document

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table, _Cell

_COLUMNS = {"number": 1.6, "title": 6.4, "lead": 3.6, "co": 4.8, "deadlines": 3.9, "targets": 4.4}
"""What the table shows, and how many centimeters each column takes of an A4 page laid across."""
_FONTS = {"ascii": "Times New Roman", "hAnsi": "Times New Roman", "eastAsia": "FangSong"}
_MADE = datetime(2000, 1, 1)
_A4 = (29.7, 21.0)
_MARGIN = 2.5


def notice(document: Document, lang: str) -> bytes:
    """Return the task breakdown of `document` as the bytes of a .docx file: a table for each plan, by section.

    >>> notice(Document("a", "en", "Plan"), "en")[:2]
    b'PK'
    """
    from docx import Document as new_document

    word = new_document()
    _prepare(word)
    for title, rows in groupby(task_rows(document), key=lambda row: row.plan):
        word.add_heading(encodable(title or document.id), level=1)
        _fill(_new_table(word, lang), list(rows), lang)
    if not document.tasks:
        word.add_paragraph(text("notice.no_tasks", lang))
    out = BytesIO()
    word.save(out)
    return undated(out.getvalue())


def _prepare(word: WordDocument) -> None:
    from docx.shared import Cm, Pt

    page = word.sections[0]
    page.page_width, page.page_height = map(Cm, _A4)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN)
    for name, size in (("Normal", 10.5), ("Heading 1", 16)):
        style = word.styles[name]
        style.font.size = Pt(size)
        _set_fonts(style.element.get_or_add_rPr())
    word.core_properties.created = word.core_properties.modified = _MADE
    word.core_properties.author = ""


def _set_fonts(properties: Any) -> None:
    """Without an East Asian font of its own Word shows Chinese in whatever it finds."""
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script, name in _FONTS.items():
        fonts.set(qn(f"w:{script}"), name)


def _new_table(word: WordDocument, lang: str) -> Table:
    table: Table = word.add_table(rows=1, cols=len(_COLUMNS), style="Table Grid")
    table.autofit = False
    for cell, name in zip(table.rows[0].cells, _COLUMNS, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(text(f"columns.{name}", lang)).bold = True
    _repeat_on_each_page(table)
    return table


def _repeat_on_each_page(table: Table) -> None:
    from docx.oxml import OxmlElement

    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _fill(table: Table, rows: Sequence[TaskRow], lang: str) -> None:
    from docx.shared import Cm

    for sections, tasks in groupby(rows, key=lambda row: row.sections):
        if sections:
            _add_group(table, " › ".join(sections))
        for task in tasks:
            for cell, value in zip(_new_row(table), _values(task, lang), strict=True):
                cell.text = encodable(value)
    for column, width in zip(table.columns, _COLUMNS.values(), strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _add_group(table: Table, title: str) -> None:
    cells = _new_row(table)
    whole = cells[0].merge(cells[-1])
    whole.text = ""
    whole.paragraphs[0].add_run(encodable(title)).bold = True


def _new_row(table: Table) -> Sequence[_Cell]:
    cells: Sequence[_Cell] = cast(Any, table).add_row().cells
    return cells


def _values(row: TaskRow, lang: str) -> Iterator[str]:
    for name in _COLUMNS:
        value = getattr(row, name)
        yield value if isinstance(value, str) else text("columns.separator", lang).join(value)
