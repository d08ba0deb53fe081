"""Lists of bodies that lost the breaks between them: cut where names that the text writes alone show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from policy_nlp.extraction.lists import is_body, split_bodies
from policy_nlp.schema import Span
from policy_nlp.structure.fields import FieldLexicon, field_lexicon

_SHORTEST = 4
"""A name of fewer characters is no sure sign of another one."""
_SURE = 2
"""So many sure breaks without a sign show that the text lost them everywhere."""


def part_names(folded: str, mentions: Sequence[Span], *, language: str) -> Mapping[Span, tuple[Span, ...]]:
    """Return the spans of the bodies that stand at each of `mentions`; one that holds a single name stays whole.

    >>> text = "City of Moss|Moss Energy (owner) City of Moss|City Council|Moss City Council"
    >>> parts = part_names(text, [(0, 12), (13, 45), (46, 58), (59, 76)], language="en")
    >>> [[text[a:b] for a, b in spans] for spans in parts.values()]
    [['City of Moss'], ['Moss Energy', 'City of Moss'], ['City Council'], ['Moss City Council']]
    """
    lexicon = field_lexicon(language)
    pieces = {span: _cut(folded, span, lexicon.parted, language) for span in mentions}
    sure = sum(len(spans) - 1 for spans in pieces.values())
    pieces = {
        span: [p for s in spans for p in _cut(folded, s, lexicon.joined, language)] for span, spans in pieces.items()
    }
    names = _Names(folded, [span for spans in pieces.values() for span in spans], language)
    lost = sure + names.breaks >= _SURE
    return {
        span: tuple(part for piece in spans for part in names.part(piece, lost=lost)) for span, spans in pieces.items()
    }


def _cut(folded: str, span: Span, gaps: re.Pattern[str], language: str) -> list[Span]:
    cuts = [span[0], *(gap.end() for gap in gaps.finditer(folded, *span)), span[1]]
    if len(cuts) == 2:
        return [span]
    return [name for start, end in pairwise(cuts) for name in split_bodies(folded, start, end, language=language)]


class _Names:
    """The names that a text writes alone, and the bodies in which they stand beside others."""

    def __init__(self, folded: str, pieces: Sequence[Span], language: str) -> None:
        self._folded = folded
        self._language = language
        self._lexicon: FieldLexicon = field_lexicon(language)
        names = {folded[start:end] for start, end in pieces if end - start >= _SHORTEST}
        self._names = frozenset(names)
        self._openings = frozenset(name[:_SHORTEST] for name in names)
        self._lengths = sorted({len(name) for name in names}, reverse=True)
        self._alone = {name.casefold() for name in names}
        self.breaks = sum(self._ends_before(piece, found) for piece in set(pieces) for found in self._inside(piece))

    def _inside(self, piece: Span) -> Iterator[Span]:
        """The other names in a piece, from left to right."""
        start = piece[0]
        while start < piece[1]:
            found = self._at(start, piece)
            if found is not None:
                yield start, found
            start = start + 1 if found is None else found

    def _at(self, start: int, piece: Span) -> int | None:
        """Where the longest name ends that begins at `start` and is not the whole piece."""
        if self._folded[start : start + _SHORTEST] not in self._openings or _in_word(self._folded, start):
            return None
        ends = (start + length for length in self._lengths if start + length <= piece[1])
        return next((end for end in ends if (start, end) != piece and self._is_name(start, end)), None)

    def _is_name(self, start: int, end: int) -> bool:
        return self._folded[start:end] in self._names and not _in_word(self._folded, end)

    def _ends_before(self, piece: Span, name: Span) -> bool:
        """Whether another name surely ends before `name`."""
        before = self._folded[piece[0] : name[0]]
        if not before.strip() or not before[-1].isspace() or not self._lexicon.begins.match(before.split()[-1]):
            return False
        heads_first = self._lexicon.heads_first.match(self._folded, *name)
        return bool(heads_first) or is_body(before.strip(), language=self._language)

    def part(self, piece: Span, *, lost: bool) -> list[Span]:
        """Return the names in a piece; `lost`: the text shows elsewhere that breaks between names were lost."""
        cuts = {piece[0], piece[1]}
        for start, end in self._inside(piece):
            if self._ends_before(piece, (start, end)) or self._is_alone(piece[0], start):
                cuts.add(start)
            if self._is_alone(end, piece[1]) or (lost and self._begins_name(end, piece[1])):
                cuts.add(end)
        found = (self._tight(start, end) for start, end in pairwise(sorted(cuts)))
        return [(start, end) for start, end in found if start < end]

    def _is_alone(self, start: int, end: int) -> bool:
        return self._folded[start:end].strip().casefold() in self._alone

    def _begins_name(self, start: int, end: int) -> bool:
        rest = self._folded[start:end]
        return rest[:1].isspace() and bool(self._lexicon.begins.match(rest.lstrip()))

    def _tight(self, start: int, end: int) -> Span:
        while start < end and self._folded[start].isspace():
            start += 1
        while end > start and self._folded[end - 1].isspace():
            end -= 1
        return start, end


def _in_word(folded: str, position: int) -> bool:
    """Whether `position` stands between two letters of an alphabet."""
    around = folded[max(0, position - 1) : position + 1]
    return len(around) == 2 and around.isascii() and around.isalnum()
