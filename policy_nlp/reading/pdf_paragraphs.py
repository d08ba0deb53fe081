"""Which printed lines make up one paragraph: told by margins, indents, leading and size, as the eye tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from policy_nlp.reading.pdf_lines import is_wide

_OPENING = re.compile(
    r"[（(〔\[]?(?:\d{1,3}|[零〇一二三四五六七八九十百]{1,5}|[a-zA-Z]|[ivxIVX]{1,5})[)）〕\].．、:：](?!\d)"
    r"|第[零〇一二三四五六七八九十百\d]{1,6}[编章节条款]|\d{1,2}(?:\.\d{1,2}){1,3}\s|[①-⑳•●■◆▪‣·○□◇►➢*–-]\s?\S"
)
_LEADING = 1.15
"""From this many times the usual leading on, a gap parts paragraphs."""
_INDENT = 0.7
_HANGING = 4.0
_SIZE = 0.12
_CENTERED = 1.5
_FLUSH = 0.3
"""Widths in em, but for the size, which is a share."""

_ENDS = ("。", "；", "：", "！", "？", ".", ";", ":", "!", "?", ")", "）", "”")
_JUSTIFIED = 0.3
"""The share of lines that reach the right edge from which text is set flush."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line with its edges, those of its column, and the page that it stands on."""

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int
    column_left: float
    column_right: float
    column: int = 0

    @property
    def indent(self) -> float:
        """How far from the left edge of its column it begins."""
        return self.left - self.column_left

    @property
    def room(self) -> float:
        """How much room it leaves at the right edge of its column."""
        return self.column_right - self.right

    @property
    def is_centered(self) -> bool:
        """Whether it stands in the middle of its column, with room on both sides."""
        rim = _CENTERED * self.size
        return self.indent > rim and self.room > rim and abs(self.indent - self.room) < rim


@dataclass(slots=True)
class _Paragraph:
    """The lines of a paragraph that is being gathered."""

    leading: float
    justified: bool
    lines: list[PrintedLine] = field(default_factory=list)

    def takes(self, line: PrintedLine) -> bool:
        """Whether `line` goes on with what stands above it."""
        last = self.lines[-1]
        if abs(line.size - last.size) > _SIZE * last.size or self._apart(last, line):
            return False
        if last.is_centered and line.is_centered and not _OPENING.match(line.text):
            return last.size == line.size and _is_title(last)
        if self.justified and last.room > _FLUSH * last.size and last.text.endswith(_ENDS):
            return False
        return _is_full(last, line) and self._aligned(line)

    def _apart(self, last: PrintedLine, line: PrintedLine) -> bool:
        """Whether more room than the usual one parts two lines of one column."""
        below = line.page == last.page and line.column == last.column
        return below and last.base - line.base > _LEADING * max(self.leading, last.size)

    def _aligned(self, line: PrintedLine) -> bool:
        """Whether a line begins where the further lines of this paragraph begin."""
        first = self.lines[0]
        tolerance = _INDENT * line.size
        if len(self.lines) > 1:
            expected = self.lines[1].indent
            if line.indent > expected + tolerance or line.indent < expected - tolerance:
                return False
            return not (_OPENING.match(line.text) and abs(line.indent - first.indent) < tolerance)
        opened = bool(_OPENING.match(first.text))
        if line.indent > first.indent + tolerance:
            return opened and line.indent <= first.indent + _HANGING * line.size
        if line.indent < first.indent - tolerance:
            return not _OPENING.match(line.text)
        return not _OPENING.match(line.text)


def _is_title(line: PrintedLine) -> bool:
    return not line.text.endswith(("。", ".", "；", ";", "：", ":"))


def _is_full(line: PrintedLine, following: PrintedLine) -> bool:
    """Whether the first word of the line that follows would not have had room at the end of this one."""
    return line.room < _first_word(following) + _space(line, following)


def _first_word(line: PrintedLine) -> float:
    """The width of what could not have been cut off: a word, or a Han character with the sign behind it."""
    width = (line.right - line.left) / max(len(line.text), 1)
    if is_wide(line.text[0]):
        return 2.0 * line.size
    word = re.match(r"[^\s\u2e80-\u9fff]{1,60}", line.text)
    return width * len(word[0] if word else line.text[:1])


def _space(line: PrintedLine, following: PrintedLine) -> float:
    return 0.3 * line.size if not is_wide(line.text[-1]) and not is_wide(following.text[0]) else 0.2 * line.size


def paragraphs(lines: Iterable[PrintedLine]) -> Iterator[tuple[PrintedLine, ...]]:
    """Yield the lines of each paragraph."""
    items = list(lines)
    leading, justified = usual_leading(items), is_justified(items)
    current = _Paragraph(leading, justified)
    for line in items:
        if current.lines and not current.takes(line):
            yield tuple(current.lines)
            current = _Paragraph(leading, justified)
        current.lines.append(line)
    if current.lines:
        yield tuple(current.lines)


def usual_leading(lines: Sequence[PrintedLine]) -> float:
    """Return the distance between the feet of two lines that is most common; 0 where there are not two."""
    steps = [
        a.base - b.base
        for a, b in pairwise(lines)
        if a.page == b.page and a.column == b.column and 0 < a.base - b.base < 4 * a.size
    ]
    return median(steps) if steps else 0.0


def is_justified(lines: Sequence[PrintedLine]) -> bool:
    """Return whether lines are set flush at the right edge: then only the last one of a paragraph leaves room there."""
    return sum(line.room < _FLUSH * line.size for line in lines) > _JUSTIFIED * len(lines)
