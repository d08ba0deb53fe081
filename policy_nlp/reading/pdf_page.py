"""One page of a PDF: its lines in reading order, its tables, and whether it is but the picture of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from policy_nlp.reading.pdf_columns import Region, regions
from policy_nlp.reading.pdf_glyphs import Glyph, Glyphs, page_glyphs, turned_box
from policy_nlp.reading.pdf_lines import stretches
from policy_nlp.reading.pdf_tables import Box, RuledTable, around, lies_in, ruled_boxes, ruled_table

_FEWEST_PATHS = 3
_FEW_CHARACTERS = 12
_PICTURE = 0.4
"""The share of the page that pictures take up on a scan."""


@dataclass(frozen=True, slots=True)
class PageLayout:
    """What stands on a page, in reading order; `turned` is what stands at another angle than the text."""

    number: int
    parts: tuple[Region | RuledTable, ...]
    turned: str
    box: Box
    is_scan: bool
    unknown: int
    characters: int


def page_layout(page: Any, plumber: Any, number: int) -> PageLayout:
    """Return the layout of a page; `plumber` opens the same page for its ruling lines, where it has any."""
    textpage = page.get_textpage()
    try:
        glyphs = page_glyphs(textpage)
    finally:
        textpage.close()
    written = [glyph for glyph in glyphs.upright if not glyph.text.isspace()]
    tables = _tables(page, plumber, number, glyphs) if written else []
    box = turned_box((0.0, 0.0, *page.get_size()) if not glyphs.turn else _media_box(page), glyphs.turn)
    return PageLayout(
        number,
        tuple(parts_of(glyphs.upright, tables)),
        _turned_text(glyphs.turned),
        box,
        len(written) < _FEW_CHARACTERS and _pictured(page) > _PICTURE,
        sum(not glyph.known for glyph in written),
        len(written),
    )


def _media_box(page: Any) -> Box:
    left, bottom, right, top = page.get_mediabox()
    return float(left), float(bottom), float(right), float(top)


def parts_of(glyphs: Sequence[Glyph], tables: Sequence[RuledTable]) -> Iterator[Region | RuledTable]:
    """Yield the text above each table, the table, and the text below the last one."""
    boxes = [table.box for table in tables]
    free = stretches(glyph for glyph in glyphs if not lies_in(glyph, boxes))
    for table in sorted(tables, key=lambda t: -t.box[3]):
        above = [s for s in free if s.bottom >= table.box[3] - 0.5 * s.size]
        free = [s for s in free if s.bottom < table.box[3] - 0.5 * s.size]
        yield from regions(above)
        yield table
    yield from regions(free)


def _tables(page: Any, plumber: Any, number: int, glyphs: Glyphs) -> list[RuledTable]:
    turned = page.get_rotation() // 90
    if _paths(page) < _FEWEST_PATHS or turned not in (0, glyphs.turn):
        return []
    with_lines = plumber(number - 1)
    found = []
    for cells in ruled_boxes(with_lines):
        placed = [_turned_cell(cell, page, turned, glyphs.turn) for cell in cells]
        inside = [glyph for glyph in glyphs.upright if lies_in(glyph, [around(placed)])]
        if inside:
            found.append(ruled_table(placed, inside, number))
    with_lines.close()
    return found


def _turned_cell(cell: Box, page: Any, rotation: int, turn: int) -> Box:
    """The cell on the page as it is read: one that the file turns is measured as shown, another one as written."""
    if not turn:
        return cell
    if not rotation:
        return turned_box(cell, turn)
    _, _, right, top = _media_box(page)
    across, up = {1: (0.0, -right), 2: (-right, -top), 3: (-top, 0.0)}[turn]
    return cell[0] + across, cell[1] + up, cell[2] + across, cell[3] + up


def _paths(page: Any) -> int:
    return sum(1 for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4))


def _pictured(page: Any) -> float:
    """The share of the page that its pictures take up."""
    width, height = page.get_size()
    covered = 0.0
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = picture.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return float(covered / max(width * height, 1.0))


def _turned_text(glyphs: Sequence[Glyph]) -> str:
    return "".join(glyph.text for glyph in glyphs)
