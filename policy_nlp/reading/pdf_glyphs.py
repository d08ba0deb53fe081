"""The characters of a PDF page with their places, turned upright."""

from __future__ import annotations

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import pypdfium2.raw as pdfium

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "ft", 0xFB06: "st"}
# Fonts draw a radical and the character that looks like it with one glyph, and many programs note the radical.
_RADICALS = (
    "⺁⺄⺊⺌⺎⺒⺓⺔⺕⺖⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺦⺧⺨⺩⺪⺫⺬⺭⺮⺰⺲⺶⺹⺻⺼⺽⺾"
    "⻁⻂⻃⻄⻅⻆⻈⻉⻊⻋⻌⻏⻐⻑⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳"
)
_CHARACTERS = (
    "厂乙卜小兀巳幺彑彐忄扌攵旡日月歺母民氵氺灬爫丬牛犭王疋目示礻竹纟罒羊耂聿肉臼艹"
    "虎衤覀西见角讠贝足车辶阝钅長长门阝雨青韦页风飞食饣马骨鬼鱼鸟卤麦黄黾齐齿龙龟"
)
_TABLE = (
    {ord(radical): char for radical, char in zip(_RADICALS, _CHARACTERS, strict=True)}
    | {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    | _LIGATURES
    | {0x00A0: " ", 0x0002: "-", 0xFFFE: "-", 0x00AD: "-"}
)
_NO_MEANING = frozenset({0, 0xFFFD, 0xFFFF})
_PRIVATE = range(0xE000, 0xF900)
_MOST = 400_000
"""The most characters that a page may have."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its box on the page as it is read: x to the right, y upward."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    base: float
    """The height of the line on which it stands."""
    known: bool = True
    """Whether the font says which character it is."""
    spaced: bool = False
    """Whether the file has a space before it."""


Placed = tuple[Glyph, int | None]
"""A character with the quarter turns that its direction stands for, None for a slanted one."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters of a page: `upright` as most of them stand, `turned` those that stand at another angle."""

    upright: tuple[Glyph, ...]
    turned: tuple[Glyph, ...]
    turn: int = 0
    """By how many quarters the page had to be turned to the right."""


def page_glyphs(textpage: Any) -> Glyphs:
    """Return the characters of a page in the order of the file, turned so that most of them stand upright."""
    raw = list(_whole(_raw(textpage.raw)))
    turns = Counter(turn for _, turn in raw if turn is not None)
    most = turns.most_common(1)[0][0] if turns else 0
    upright = tuple(_turned(glyph, most) for glyph, turn in raw if turn == most)
    others = tuple(glyph for glyph, turn in raw if turn != most and not glyph.text.isspace())
    return Glyphs(upright, others, most)


def _whole(raw: Iterable[Placed]) -> Iterator[Placed]:
    """The characters that one glyph stands for, a ligature, as one: the library gives each of them the same box."""
    for _, same in groupby(raw, key=_place):
        (glyph, turn), *further = same
        text = glyph.text + "".join(other.text for other, _ in further)
        yield (replace(glyph, text=text) if further else glyph), turn


def _place(placed: Placed) -> tuple[float, ...]:
    glyph, _ = placed
    return glyph.left, glyph.bottom, glyph.right, glyph.top


def _raw(textpage: Any) -> Iterator[Placed]:
    """Each character of the page."""
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    turn: int | None = 0
    spaced = False
    for index in range(min(pdfium.FPDFText_CountChars(textpage), _MOST)):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if code in (10, 13) or not pdfium.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(box)):
            continue
        # A space that the library puts between two characters has a place, but no direction of its own.
        if pdfium.FPDFText_IsGenerated(textpage, index) != 1:
            pdfium.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix))
            turn = _quarter(matrix)
        known = code not in _NO_MEANING and code not in _PRIVATE
        known = known and pdfium.FPDFText_HasUnicodeMapError(textpage, index) != 1
        size = _size(matrix, pdfium.FPDFText_GetFontSize(textpage, index), box)
        pdfium.FPDFText_GetCharOrigin(textpage, index, ctypes.byref(x), ctypes.byref(y))
        _, base, _, _ = turned_box((x.value, y.value, x.value, y.value), turn or 0)
        text = _text(code)
        yield Glyph(text, box.left, box.bottom, box.right, box.top, size, base, known, spaced), turn
        spaced = text.isspace()


def _text(code: int) -> str:
    return _TABLE.get(code) or (chr(code) if code not in _NO_MEANING and code >= 32 else "\ufffd")


def _size(matrix: Any, stated: float, box: Any) -> float:
    scale = (matrix.c**2 + matrix.d**2) ** 0.5
    return float(stated * scale) or float(max(box.top - box.bottom, 1.0))


def _quarter(matrix: Any) -> int | None:
    across, up = matrix.a, matrix.b
    if abs(up) <= 0.1 * abs(across):
        return 0 if across >= 0 else 2
    if abs(across) <= 0.1 * abs(up):
        return 1 if up > 0 else 3
    return None


def _turned(glyph: Glyph, quarters: int | None) -> Glyph:
    """The glyph on the page turned to the right by so many quarters."""
    if not quarters:
        return glyph
    left, bottom, right, top = turned_box((glyph.left, glyph.bottom, glyph.right, glyph.top), quarters)
    return Glyph(glyph.text, left, bottom, right, top, glyph.size, glyph.base, glyph.known, glyph.spaced)


def turned_box(box: tuple[float, float, float, float], quarters: int) -> tuple[float, float, float, float]:
    """Return left, bottom, right, top of a box on a page turned to the right by so many quarters.

    >>> turned_box((0, 10, 5, 12), 1)
    (10, -5, 12, 0)
    """
    for _ in range(quarters % 4):
        left, bottom, right, top = box
        box = (bottom, -right, top, -left)
    return box
