"""A Word document of headings, paragraphs and tables, in fonts that show Chinese, without a date in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from policy_nlp.reporting.fixed_zip import undated
from policy_nlp.reporting.plain_text import encodable

if TYPE_CHECKING:
    from docx.table import Table, _Cell

_FONTS = {"ascii": "Times New Roman", "hAnsi": "Times New Roman", "eastAsia": "FangSong"}
_MADE = datetime(2000, 1, 1)
_A4 = (29.7, 21.0)
_MARGIN = 2.5


class WordFile:
    """A document under way; what is added stands below what is there."""

    def __init__(self, *, upright: bool = False) -> None:
        from docx import Document

        self._word = Document()
        self._lay_out(upright=upright)
        self._choose_fonts()
        properties = self._word.core_properties
        properties.created = properties.modified = _MADE
        properties.author = ""

    def heading(self, content: str) -> None:
        """Add a heading."""
        self._word.add_heading(encodable(content), level=1)

    def paragraph(self, content: str) -> None:
        """Add a paragraph."""
        self._word.add_paragraph(encodable(content))

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float]) -> None:
        """Add a table whose headings repeat on each page; `widths` are in centimeters, a row of one cell is a group."""
        table: Table = self._word.add_table(rows=1, cols=len(headings), style="Table Grid")
        table.autofit = False
        for cell, content in zip(table.rows[0].cells, headings, strict=True):
            _write_bold(cell, content)
        _repeat_on_each_page(table)
        for row in rows:
            _add_row(table, row)
        _set_widths(table, widths)

    def content(self) -> bytes:
        """Return the bytes of the file."""
        out = BytesIO()
        self._word.save(out)
        return undated(out.getvalue())

    def _lay_out(self, *, upright: bool) -> None:
        from docx.shared import Cm

        page = self._word.sections[0]
        page.page_width, page.page_height = map(Cm, reversed(_A4) if upright else _A4)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN)

    def _choose_fonts(self) -> None:
        from docx.shared import Pt

        for name, size in (("Normal", 10.5), ("Heading 1", 16)):
            style = self._word.styles[name]
            style.font.size = Pt(size)
            _set_fonts(style.element.get_or_add_rPr())


def _set_fonts(properties: Any) -> None:
    """Without an East Asian font of its own Word shows Chinese in whatever it finds."""
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script, name in _FONTS.items():
        fonts.set(qn(f"w:{script}"), name)


def _repeat_on_each_page(table: Table) -> None:
    from docx.oxml import OxmlElement

    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _add_row(table: Table, row: Sequence[str]) -> None:
    cells: Sequence[_Cell] = cast(Any, table).add_row().cells
    if len(row) == 1:
        _write_bold(cells[0].merge(cells[-1]), row[0])
        return
    for cell, content in zip(cells, row, strict=True):
        cell.text = encodable(content)


def _write_bold(cell: _Cell, content: str) -> None:
    cell.text = ""
    cell.paragraphs[0].add_run(encodable(content)).bold = True


def _set_widths(table: Table, widths: Sequence[float]) -> None:
    from docx.shared import Cm

    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
