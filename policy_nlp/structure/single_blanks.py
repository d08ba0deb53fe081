"""Tables whose columns single blanks part, as text copied from a page has them: known headings above as many pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from policy_nlp.structure.columns import Column, ColumnLexicon, column_lexicon
from policy_nlp.structure.paragraphs import Layout, Paragraph

_PIECE = re.compile(r"\S+")
_NUMBER = re.compile(r"\d{1,3}[.、]?|[一二三四五六七八九十]{1,3}、?")
_FIRST_TABLE = 40_000
"""Table numbers from here on are those of tables parted by single blanks."""
_FEWEST = 3
"""So many known headings on one line are those of a table."""
_LONGEST_HEAD = 120


def part(folded: str, lines: Sequence[Paragraph], *, language: str) -> tuple[Paragraph, ...]:
    """Return the lines with those of such tables cut into cells, in a language whose names hold no blanks.

    >>> text = "序号 任务 牵头单位\\n1 修桥 市交通局\\n2 修路 市交通局"
    >>> lines = [Paragraph(m.start(), m.end()) for m in re.finditer(".+", text)]
    >>> [text[c.start : c.end] for c in part(text, lines, language="zh") if c.row == 1]
    ['1', '修桥', '市交通局']
    """
    lexicon = column_lexicon(language)
    if not lexicon.single_blanks:
        return tuple(lines)
    walk = _Walk(folded, lexicon)
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
        self._kinds: tuple[Column | None, ...] = ()

    def take(self, line: Paragraph) -> None:
        """Take the next line."""
        pieces = self._cells(line) if self._kinds else []
        if not pieces:
            pieces, self._kinds = self._head(line)
            self._table += bool(pieces)
            self._row = -1
        if not pieces:
            self.done.append(line)
            return
        self._row += 1
        row = replace(line, layout=Layout.CELL, level=0, table=self._table, row=self._row)
        self.done.extend(replace(row, start=p.start, end=p.end, column=column) for column, p in enumerate(pieces))

    def _head(self, line: Paragraph) -> tuple[list[Paragraph], tuple[Column | None, ...]]:
        """The headings in a line and what they mean; none where any of them is unknown."""
        if not self._can_head(line):
            return [], ()
        pieces = self._pieces(line)
        texts = [self._folded[piece.start : piece.end] for piece in pieces]
        if len(pieces) < _FEWEST or not self._lexicon.is_plain_head(texts):
            return [], ()
        return pieces, tuple(self._lexicon.kinds(dict(enumerate(texts))).values())

    def _can_head(self, line: Paragraph) -> bool:
        """Whether a line is short, holds blanks and ends no sentence."""
        if line.layout is not Layout.TEXT or line.end - line.start > _LONGEST_HEAD:
            return False
        ended = self._folded.find("。", line.start, line.end) >= 0 or self._folded[line.end - 1] in ":;"
        return not ended and self._folded.count(" ", line.start, line.end) + 1 >= _FEWEST

    def _cells(self, line: Paragraph) -> list[Paragraph]:
        """The cells of a row: a work that holds blanks itself takes the pieces that are over."""
        pieces = self._pieces(line) if line.layout is Layout.TEXT else []
        over = len(pieces) - len(self._kinds)
        if over < 0 or self._folded.count("\n", self.done[-1].end, line.start) > 1:
            return []
        if self._kinds[0] is Column.NUMBER and not _NUMBER.fullmatch(self._folded, pieces[0].start, pieces[0].end):
            return []
        work = self._kinds.index(Column.WORK)
        whole = pieces[work].between(pieces[work].start, pieces[work + over].end)
        return [*pieces[:work], whole, *pieces[work + over + 1 :]]

    def _pieces(self, line: Paragraph) -> list[Paragraph]:
        return [line.between(*m.span()) for m in _PIECE.finditer(self._folded, line.start, line.end)]
