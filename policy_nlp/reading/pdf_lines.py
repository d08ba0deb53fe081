"""From characters to lines: what stands on one height, parted where a gap is wide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from policy_nlp.reading.pdf_glyphs import Glyph

_SAME_BASE = 0.2
"""How far, in em, the feet of two characters of one line may be apart."""
_SMALL = 0.8
"""Up to this share of the size of its neighbors a character can be an index or a mark of a note."""
_WORD_GAP = 0.2
_HAN_GAP = 0.6
_WIDE_GAP = 1.3
"""Gaps in em: between two words, between two Han characters, between two columns."""


@dataclass(frozen=True)
class Stretch:
    """Characters side by side without a wide gap, from left to right."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        """What it says, with one space where a gap stands between words."""
        return "".join(_spaced(self.glyphs)).strip()

    @cached_property
    def left(self) -> float:
        """The left edge of its first character."""
        return self.glyphs[0].left

    @cached_property
    def right(self) -> float:
        """The right edge of its last character."""
        return max(glyph.right for glyph in self.glyphs)

    @cached_property
    def bottom(self) -> float:
        """The lower edge of most of its characters."""
        return median(glyph.bottom for glyph in self.glyphs)

    @cached_property
    def top(self) -> float:
        """The upper edge of most of its characters."""
        return median(glyph.top for glyph in self.glyphs)

    @cached_property
    def base(self) -> float:
        """The height on which most of its characters stand."""
        return median(glyph.base for glyph in self.glyphs)

    @cached_property
    def size(self) -> float:
        """The size of most of its characters."""
        return median(glyph.size for glyph in self.glyphs)


def is_wide(char: str) -> bool:
    """Whether a character is written without spaces around it, as Han characters and their punctuation are.

    >>> is_wide("水"), is_wide("。"), is_wide("a")
    (True, True, False)
    """
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef"


def stretches(glyphs: Iterable[Glyph]) -> list[Stretch]:
    """Return the stretches of a page in rows from the top, each row from the left."""
    rows: list[list[Glyph]] = []
    for glyph in sorted((g for g in glyphs if not g.text.isspace()), key=lambda g: (-g.base, g.left)):
        row = next((row for row in reversed(rows[-4:]) if _beside(row, glyph)), None)
        if row is None:
            rows.append([glyph])
        else:
            row.append(glyph)
    return [stretch for row in rows for stretch in _parted(sorted(row, key=lambda g: g.left))]


def _beside(row: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether a character stands on the line of a row, or is a small one set above or below it."""
    tall = max(row[:8], key=lambda g: g.size)
    if abs(tall.base - glyph.base) <= _SAME_BASE * max(tall.size, glyph.size):
        return True
    small, large = sorted((tall, glyph), key=lambda g: g.size)
    shared = min(tall.top, glyph.top) - max(tall.bottom, glyph.bottom)
    near = glyph.left - max(g.right for g in row[-3:]) < large.size
    return small.size < _SMALL * large.size and near and shared > 0.5 * (small.top - small.bottom)


def _parted(row: Sequence[Glyph]) -> Iterator[Stretch]:
    """The stretches of a row; what is printed twice at one place, as some programs embolden, is taken once."""
    part: list[Glyph] = []
    for glyph in row:
        if part and _printed_twice(part[-1], glyph):
            continue
        if part and glyph.left - part[-1].right > _WIDE_GAP * max(glyph.size, part[-1].size):
            yield Stretch(tuple(part))
            part = []
        part.append(glyph)
    if part:
        yield Stretch(tuple(part))


def _printed_twice(before: Glyph, glyph: Glyph) -> bool:
    return before.text == glyph.text and glyph.left - before.left < 0.15 * (before.right - before.left)


def _spaced(glyphs: Sequence[Glyph]) -> Iterator[str]:
    yield glyphs[0].text
    for before, glyph in pairwise(glyphs):
        wide = is_wide(before.text[-1]) or is_wide(glyph.text[0])
        gap = (glyph.left - before.right) / glyph.size
        if gap > _HAN_GAP or (not wide and (glyph.spaced or gap > _WORD_GAP)):
            yield " "
        yield glyph.text
