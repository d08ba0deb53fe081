"""Text recognized from pictures of pages, with how sure the recognizer was; needs the extra `[ocr]`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from statistics import mean, median
from typing import Any

from policy_nlp.errors import InputError
from policy_nlp.messages import both
from policy_nlp.reading.page import Content
from policy_nlp.reading.pdf import checked_page, open_pdf, read_layouts
from policy_nlp.reading.pdf_columns import regions
from policy_nlp.reading.pdf_glyphs import Glyph
from policy_nlp.reading.pdf_lines import is_wide, stretches
from policy_nlp.reading.pdf_page import PageLayout
from policy_nlp.reading.printed_pages import content_of
from policy_nlp.schema import Diagnostic, Severity

_SCALE = 2.0
"""Pixels in a point when a page is drawn; more costs time and tells hardly more."""
_MAX_PIXELS = 40_000_000
_UNSURE = 0.8
_UNKNOWN = 0.02
_ALIKE = 0.35
_FOOT = 0.18
"""The share of the height of a line that lies below its foot."""
_NAMED = 20


@dataclass(frozen=True, slots=True)
class _Recognized:
    """The layout of a recognized page, and how sure the recognizer was of each of its lines."""

    layout: PageLayout
    scores: tuple[float, ...]


def recognize_pdf(data: bytes, path: str, encoding: str | None = None) -> Content:
    """Return the text of a PDF; pages without text or without meaning are recognized from their picture.

    A diagnostic names these pages and says how sure the recognizer was. Raises InputError as `read_pdf` does, and where
    the extra is not installed.
    """
    layouts = read_layouts(data, path)
    wanted = [page.number for page in layouts if page.is_scan or page.unknown > _UNKNOWN * max(page.characters, 1)]
    found: dict[int, _Recognized] = {}
    with closing(open_pdf(data, path)) as document:
        for number in wanted:
            with closing(checked_page(document, number - 1, path)) as page:
                scale = min(_SCALE, (_MAX_PIXELS / max(page.get_width() * page.get_height(), 1.0)) ** 0.5)
                found[number] = _recognized(page.render(scale=scale).to_pil(), number, scale, path)
    pages = [found[page.number].layout if page.number in found else page for page in layouts]
    return content_of(pages, path, list(_notes(found)))


def recognize_picture(data: bytes, path: str, encoding: str | None = None) -> Content:
    """Return the text of a picture of a page; raises InputError for a damaged or too large one."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = _MAX_PIXELS
    try:
        with Image.open(BytesIO(data)) as picture:
            frames = [_frame(picture, index) for index in range(getattr(picture, "n_frames", 1))]
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError) as error:
        raise InputError("damaged_file", path=path, cause=error) from error
    found = {number: _recognized(frame, number, _SCALE, path) for number, frame in enumerate(frames, 1)}
    return content_of([page.layout for page in found.values()], path, list(_notes(found)))


def _frame(picture: Any, index: int) -> Any:
    picture.seek(index)
    return picture.convert("RGB")


@cache
def _engine() -> Any:
    import logging

    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.WARNING)
    return RapidOCR(params={"Global.log_level": "warning"})


def _recognized(picture: Any, number: int, scale: float, path: str) -> _Recognized:
    try:
        import numpy

        result = _engine()(numpy.array(picture.convert("RGB")))
    except ImportError as error:
        raise InputError("extra_missing", path=path, library="rapidocr", extra="ocr") from error
    boxes = [] if result.boxes is None else result.boxes.tolist()
    lines = list(zip(boxes, result.txts or (), result.scores or (), strict=False))
    usual = median([_height(box) for box, _, _ in lines]) / scale if lines else 0.0
    glyphs = [glyph for box, text, _ in lines for glyph in _glyphs(box, text, scale, usual)]
    width, height = picture.size
    box = (0.0, -height / scale, width / scale, 0.0)
    layout = PageLayout(number, tuple(regions(stretches(glyphs))), "", box, False, 0, len(glyphs))
    return _Recognized(layout, tuple(float(score) for _, _, score in lines))


def _height(box: Sequence[Sequence[float]]) -> float:
    return max(y for _, y in box) - min(y for _, y in box)


def _glyphs(box: Sequence[Sequence[float]], text: str, scale: float, usual: float) -> Iterator[Glyph]:
    """The characters of a recognized line: the recognizer tells the place of the line only, so they share its width."""
    left, right = (edge(x for x, _ in box) / scale for edge in (min, max))
    top, bottom = (-edge(y for _, y in box) / scale for edge in (min, max))
    height = top - bottom
    size = usual if abs(height - usual) < _ALIKE * usual else height
    units = sum(map(_units, text)) or 1.0
    base, x, spaced = bottom + _FOOT * height, left, False
    for char in text:
        step = (right - left) * _units(char) / units
        if not char.isspace():
            yield Glyph(char, x, bottom, x + step, top, 0.85 * size, base, True, spaced)
        spaced = char.isspace()
        x += step


def _units(char: str) -> float:
    return 1.0 if is_wide(char) else 0.55


def _notes(found: dict[int, _Recognized]) -> Iterator[Diagnostic]:
    """What was recognized, how surely, and how many lines were doubtful."""
    scores = [score for page in found.values() for score in page.scores]
    if not found:
        return
    pages = ", ".join(map(str, sorted(found)[:_NAMED])) + (" …" if len(found) > _NAMED else "")
    unsure = sum(score < _UNSURE for score in scores)
    fields = {"pages": pages, "confidence": f"{mean(scores) if scores else 0.0:.2f}", "unsure": unsure}
    severity = Severity.MEDIUM if unsure or not scores else Severity.LOW
    yield Diagnostic("recognized_pages", severity, both("diagnostics.recognized_pages", **fields))
