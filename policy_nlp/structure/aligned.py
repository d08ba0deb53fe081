"""Tables whose columns only white space parts, as text cut out of a page has them: their pieces as cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policy_nlp.structure.columns import BODIES, Column, ColumnLexicon, column_lexicon, is_header
from policy_nlp.structure.paragraphs import Layout, Paragraph

_PIECE = re.compile(r"\S+(?: \S+)*")
_GAP = re.compile(r"\s\s|[^\S ]")
_FIRST_TABLE = 30_000
"""Table numbers from here on are those of aligned tables."""
_FEWEST = 3
"""So many headings on one line are those of a table."""
_SLACK = 3
"""How far left of its heading a cell may begin."""
_LISTED = ",;、"
"""A list of bodies goes on below such a sign; below anything else stands the rest of a name."""
_WIDE = "⺀"


@dataclass(frozen=True, slots=True)
class _Head:
    """The line of the headings: what each column means, and where on the page it begins."""

    kinds: tuple[Column | None, ...]
    starts: tuple[int, ...]

    def columns(self, offsets: Sequence[int]) -> list[int]:
        """Return the columns of the pieces of a line: in order where it has all, else by where they begin."""
        if len(offsets) == len(self.starts):
            return list(range(len(offsets)))
        return [max((i for i, start in enumerate(self.starts) if start <= at + _SLACK), default=0) for at in offsets]


def align(folded: str, lines: Sequence[Paragraph], *, language: str) -> tuple[Paragraph, ...]:
    """Return the lines with those of aligned task tables cut into cells.

    >>> rows = ["Action         Lead           Due", "Mend the pier  Harbor Board   May 2026", "and the quay"]
    >>> text = chr(10).join(rows)
    >>> lines = [Paragraph(m.start(), m.end()) for m in re.finditer(".+", text)]
    >>> [(text[c.start : c.end], c.row) for c in align(text, lines, language="en") if c.column == 0]
    [('Action', 0), ('Mend the pier', 1), ('and the quay', 1)]
    """
    walk = _Walk(folded, column_lexicon(language))
    for line in lines:
        walk.take(line)
    return tuple(walk.done)


class _Walk:
    """Goes through the lines of a text; `done` is what has been made of them so far."""

    def __init__(self, folded: str, lexicon: ColumnLexicon) -> None:
        self.done: list[Paragraph] = []
        self._folded = folded
        self._lexicon = lexicon
        self._table = _FIRST_TABLE - 1
        self._row = 0
        self._head: _Head | None = None
        self._open: dict[int, Paragraph] = {}

    def take(self, line: Paragraph) -> None:
        """Take the next line."""
        if self._head is None and not _GAP.search(self._folded, line.start, line.end):
            self.done.append(line)
            return
        pieces = [line.between(*m.span()) for m in _PIECE.finditer(self._folded, line.start, line.end)]
        pieces = pieces if line.layout is Layout.TEXT else []
        found = self._headings(pieces)
        if found is not None:
            self._table, self._head, self._row = self._table + 1, found, 0
        elif self._head is not None and not self._goes_on(pieces, self._head):
            self._head = None
        if self._head is None:
            self.done.append(line)
        else:
            self._add(pieces, self._head, opens=found is None and self._opens_row(pieces, self._head))

    def _headings(self, pieces: Sequence[Paragraph]) -> _Head | None:
        if len(pieces) < _FEWEST:
            return None
        kinds = tuple(self._lexicon.kinds({place: self._text(piece) for place, piece in enumerate(pieces)}).values())
        known = is_header(kinds) and sum(kind is not None for kind in kinds) * 2 > len(kinds)
        return _Head(kinds, tuple(map(self._offset, pieces))) if known else None

    def _goes_on(self, pieces: Sequence[Paragraph], head: _Head) -> bool:
        """Whether a line belongs to the table: it has several pieces, or stands right below and fits in a column."""
        if len(pieces) != 1:
            return len(pieces) > 1
        offset = self._offset(pieces[0])
        fits = offset + _SLACK >= head.starts[1] or offset + self._width(pieces[0]) <= head.starts[-1]
        return self._folded.count("\n", self.done[-1].end, pieces[0].start) == 1 and fits

    def _opens_row(self, pieces: Sequence[Paragraph], head: _Head) -> bool:
        """Whether a row begins with a line: behind a gap, or with words in the first and in most other columns."""
        if self._folded.count("\n", self.done[-1].end, pieces[0].start) > 1:
            return True
        columns = set(head.columns(list(map(self._offset, pieces))))
        return 0 in columns and not self._text(pieces[0])[0].islower() and 2 * len(columns) > len(head.starts)

    def _add(self, pieces: Sequence[Paragraph], head: _Head, *, opens: bool) -> None:
        if opens:
            self._row += 1
            self._open.clear()
        for piece, column in zip(pieces, head.columns(list(map(self._offset, pieces))), strict=True):
            above = self._open.get(column)
            self._open[column] = piece
            if above is None or head.kinds[column] not in BODIES or self._text(above)[-1] in _LISTED:
                cell = replace(piece, layout=Layout.CELL, level=0, table=self._table, row=self._row, column=column)
                self.done.append(cell)

    def _text(self, piece: Paragraph) -> str:
        return self._folded[piece.start : piece.end]

    def _offset(self, piece: Paragraph) -> int:
        """How far from the left a piece begins on the page."""
        return _page_width(self._folded[self._folded.rfind("\n", 0, piece.start) + 1 : piece.start])

    def _width(self, piece: Paragraph) -> int:
        return _page_width(self._text(piece))


def _page_width(text: str) -> int:
    """How wide a text is where the characters of Chinese take two places."""
    return sum(1 + (char >= _WIDE) for char in text)
