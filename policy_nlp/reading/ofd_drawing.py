"""What is drawn on a page of an OFD file: characters with their places, straight lines, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from policy_nlp.reading.pdf_glyphs import Glyph
from policy_nlp.reading.pdf_lines import is_wide
from policy_nlp.reading.xml_source import local_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

POINTS = 72 / 25.4
"""Points in a millimeter, in which the files measure."""
_NUMBER = re.compile(r"-?(?:\d{1,12}(?:\.\d{0,12})?|\.\d{1,12})(?:[eE]-?\d{1,2})?")
_STEP = re.compile(r"g\s{1,9}(\d{1,9})\s{1,9}(\S{1,30})|(\S{1,30})")
_PATH = re.compile(r"([A-Za-z])|(-?[\d.]{1,30}(?:[eE]-?\d{1,2})?)")
_UNKNOWN = frozenset("¤\ufffd")
_ASCENT = 0.88
_STRAIGHT = 0.5
_MOST_LINES = 20_000
Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Segment = tuple[float, float, float, float]
"""A straight line from one point to another, in points, y upward."""


@dataclass(slots=True)
class Drawing:
    """Everything drawn on one page."""

    upright: list[Glyph] = field(default_factory=list)
    turned: list[Glyph] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    pictures: int = 0

    def add(self, element: Element) -> None:
        """Take up what `element` draws, and all that lies in it, whatever its layers and blocks."""
        for node in element.iter():
            name = local_name(node.tag)
            if name == "TextObject":
                self._text(node)
            elif name == "PathObject" and len(self.segments) < _MOST_LINES:
                self.segments.extend(_segments(node))
            self.pictures += name == "ImageObject"

    def _text(self, node: Element) -> None:
        matrix = _matrix(node)
        turned = abs(matrix[1]) > 0.1 * abs(matrix[0]) or matrix[0] < 0
        glyphs = [glyph for code in node.iter() if local_name(code.tag) == "TextCode" for glyph in _glyphs(node, code)]
        (self.turned if turned else self.upright).extend(glyphs)


def numbers(text: str | None) -> list[float]:
    """Return the numbers in `text`.

    >>> numbers("0 0 210 297.5")
    [0.0, 0.0, 210.0, 297.5]
    """
    return [float(number) for number in _NUMBER.findall(text or "")]


def _matrix(node: Element) -> Matrix:
    found = numbers(node.get("CTM"))
    return tuple(found) if len(found) == 6 else _SAME  # type: ignore[return-value]


def _placed(node: Element, x: float, y: float) -> tuple[float, float]:
    """A point of an object on the page, in points, y upward."""
    a, b, c, d, e, f = _matrix(node)
    left, top = [*numbers(node.get("Boundary")), 0.0, 0.0][:2]
    return (left + a * x + c * y + e) * POINTS, -(top + b * x + d * y + f) * POINTS


def _glyphs(node: Element, code: Element) -> Iterator[Glyph]:
    """The characters of one piece of text; one whose font does not say what it is counts as unknown."""
    a, b, c, d, _, _ = _matrix(node)
    stated = next(iter(numbers(node.get("Size"))), 3.5)
    size = stated * max((c * c + d * d) ** 0.5, 0.01) * POINTS
    stretch = (a * a + b * b) ** 0.5
    text = (code.text or "").replace("\n", "").replace("\r", "")
    across, down = steps(code.get("DeltaX"), len(text)), steps(code.get("DeltaY"), len(text))
    x, y = (next(iter(numbers(code.get(name))), 0.0) for name in ("X", "Y"))
    spaced = False
    for index, char in enumerate(text):
        width = _width(char) * stated
        step = across[index] if index < len(across) else 0.0 if down else width
        left, base = _placed(node, x, y)
        right = left + min(step if step > 0 else width, width) * stretch * POINTS
        if not char.isspace():
            top, bottom = base + _ASCENT * size, base - (1 - _ASCENT) * size
            yield Glyph(char, left, bottom, right, top, size, base, char not in _UNKNOWN, spaced)
        spaced = char.isspace()
        x, y = x + step, y + (down[index] if index < len(down) else 0.0)


def _width(char: str) -> float:
    return 1.0 if is_wide(char) else 0.55


def steps(text: str | None, most: int) -> list[float]:
    """Return the distances from one character to the next; `g 3 2.5` stands for three times 2.5.

    >>> steps("g 2 3.5 4", 9)
    [3.5, 3.5, 4.0]
    """
    found: list[float] = []
    for match in _STEP.finditer(text or ""):
        value = next(iter(numbers(match[2] or match[3])), 0.0)
        found.extend([value] * min(int(match[1] or 1), most))
        if len(found) >= most:
            break
    return found[:most]


def _segments(node: Element) -> Iterator[Segment]:
    """The straight lines along the page that a path draws."""
    for child in node:
        if local_name(child.tag) == "AbbreviatedData":
            for start, end in _lines(child.text or ""):
                (x0, y0), (x1, y1) = _placed(node, *start), _placed(node, *end)
                if min(abs(x0 - x1), abs(y0 - y1)) < _STRAIGHT:
                    yield x0, y0, x1, y1


Point = tuple[float, float]


def _lines(data: str) -> Iterator[tuple[Point, Point]]:
    for path in re.split(r"[MS]", data):
        points = list(_points(path))
        closed = points + points[:1] if "C" in path else points
        yield from pairwise(closed)


def _points(path: str) -> Iterator[Point]:
    """The points of a path that only lines join; one with curves has none."""
    if re.search("[QBA]", path):
        return
    values = numbers(path)
    yield from zip(values[::2], values[1::2], strict=False)


def cells_of(segments: Sequence[Segment]) -> list[list[tuple[float, float, float, float]]]:
    """Return the cells of each table that straight lines draw: left, bottom, right, top."""
    from pdfplumber import table

    edges = table.merge_edges([_edge(segment) for segment in segments if _length(segment) > 1], 3, 3, 3, 3)
    crossings = table.edges_to_intersections(edges, 3, 3)
    found = table.cells_to_tables(table.intersections_to_cells(crossings)) if crossings else []
    return [[(x0, -bottom, x1, -top) for x0, top, x1, bottom in cells] for cells in found]


def _length(segment: Segment) -> float:
    return abs(segment[0] - segment[2]) + abs(segment[1] - segment[3])


def _edge(segment: Segment) -> dict[str, object]:
    """A line as the finder of tables takes it: y downward."""
    x0, y0, x1, y1 = segment
    left, right, top, bottom = min(x0, x1), max(x0, x1), -max(y0, y1), -min(y0, y1)
    flat = right - left > bottom - top
    if flat:
        top = bottom = (top + bottom) / 2
    else:
        left = right = (left + right) / 2
    return {
        "x0": left, "x1": right, "top": top, "bottom": bottom, "width": right - left, "height": bottom - top,
        "orientation": "h" if flat else "v",
    }  # fmt: skip
