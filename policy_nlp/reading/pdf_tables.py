"""Ruled tables of a PDF page: cells by their ruling lines, what they say by the characters that lie in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from policy_nlp.reading.grid import Grid, GridCell
from policy_nlp.reading.pdf_columns import rows_of
from policy_nlp.reading.pdf_glyphs import Glyph
from policy_nlp.reading.pdf_lines import Stretch, is_wide, stretches

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

_TOLERANCE = 3.0
_PADDING = 6.0
"""The widest white rim of a cell that is taken for one."""


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table with its place on the page, and the left edges of its columns."""

    box: Box
    grid: Grid
    edges: tuple[float, ...]
    page: int


def ruled_boxes(plumber_page: Any) -> list[list[Box]]:
    """Return the cells of each ruled table of a page, measured from the lower left corner."""
    height = float(plumber_page.height)
    found = []
    for table in plumber_page.find_tables({"explicit_horizontal_lines": _rules_left_out(plumber_page)}):
        cells = [(x0, height - bottom, x1, height - top) for x0, top, x1, bottom in table.cells]
        if is_table(cells):
            found.append(cells)
    return found


def _rules_left_out(plumber_page: Any) -> list[float]:
    """The heights at which the columns of a table end without a rule: a row that a page break cuts has none there."""
    rules = [edge for edge in plumber_page.edges if edge["orientation"] == "h" and edge["width"] > _TOLERANCE]
    columns = [edge for edge in plumber_page.edges if edge["orientation"] == "v" and edge["height"] > _TOLERANCE]
    drawn = [float(edge["top"]) for edge in rules]
    ends = [(float(edge[end]), float(edge["x0"])) for edge in columns for end in ("top", "bottom")]
    return [height for height in _edges(end for end, _ in ends) if _is_open(height, ends, drawn)]


def _is_open(height: float, ends: Sequence[tuple[float, float]], drawn: Sequence[float]) -> bool:
    if any(abs(rule - height) <= _TOLERANCE for rule in drawn):
        return False
    return len(_edges(left for end, left in ends if abs(end - height) <= _TOLERANCE)) > 2


def is_table(cells: Sequence[Box]) -> bool:
    """Return whether cells stand beside and below one another, or several in a row; a frame around text is no table."""
    columns, rows = len(_edges(c[0] for c in cells)), len(_edges(c[3] for c in cells))
    return columns > 2 or (columns > 1 and rows > 1)


def ruled_table(cells: Sequence[Box], glyphs: Sequence[Glyph], page: int) -> RuledTable:
    """Return the table that these cells and the characters in them make up."""
    lefts, tops = _edges(c[0] for c in cells), sorted(_edges(c[3] for c in cells), reverse=True)
    inside: dict[Box, list[Glyph]] = {cell: [] for cell in cells}
    for glyph in glyphs:
        cell = next((cell for cell in cells if _lies_in(glyph, cell)), None)
        if cell is not None:
            inside[cell].append(glyph)
    rows: dict[int, list[GridCell]] = {}
    for cell, held in inside.items():
        placed = _placed(cell, cell_text(held, cell), lefts, tops, page)
        rows.setdefault(placed.row, []).append(placed)
    ordered = tuple(tuple(sorted(rows[row], key=lambda c: c.column)) for row in sorted(rows))
    return RuledTable(around(cells), Grid(ordered, f"page {page}"), tuple(lefts), page)


def around(boxes: Sequence[Box]) -> Box:
    """Return the box around all of `boxes`."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _edges(values: Iterable[float]) -> list[float]:
    """The values in order, those that lie close together once."""
    ordered = sorted(values)
    return ordered[:1] + [b for a, b in pairwise(ordered) if b - a > _TOLERANCE]


def _placed(cell: Box, text: str, lefts: Sequence[float], tops: Sequence[float], page: int) -> GridCell:
    left, bottom, right, top = cell
    columns = [index for index, edge in enumerate(lefts) if left - _TOLERANCE <= edge < right - _TOLERANCE]
    rows = [index for index, edge in enumerate(tops) if bottom + _TOLERANCE < edge <= top + _TOLERANCE]
    return GridCell(
        text, min(rows, default=0), min(columns, default=0), max(len(rows), 1), max(len(columns), 1), f"page {page}"
    )


def _lies_in(glyph: Glyph, box: Box) -> bool:
    across, up = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
    return box[0] <= across <= box[2] and box[1] <= up <= box[3]


def lies_in(glyph: Glyph, boxes: Iterable[Box]) -> bool:
    """Return whether a character lies in one of `boxes`."""
    return any(_lies_in(glyph, box) for box in boxes)


def cell_text(glyphs: Sequence[Glyph], cell: Box) -> str:
    """Return what a cell says on one line; lines of Han characters that fill it go on without a space."""
    lines = rows_of(stretches(glyphs))
    if not lines:
        return ""
    padding = min(_PADDING, max(0.0, min(line[0].left for line in lines) - cell[0]))
    room = cell[2] - cell[0] - 2 * padding
    text = " ".join(s.text for s in lines[0])
    for before, line in pairwise(lines):
        text += _joint(before, line, room) + " ".join(s.text for s in line)
    return text


def _joint(before: Sequence[Stretch], line: Sequence[Stretch], room: float) -> str:
    last, first = before[-1].text[-1:], line[0].text[:1]
    full = before[-1].right - before[0].left + 1.1 * before[-1].size > room
    if last == "-" and first.islower():
        return ""
    return "" if full and (is_wide(last) or is_wide(first)) else " "
