"""The words of a language's times: found quickly in running text, and looked up one by one inside what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from policy_nlp.normalization.numbers import exact
from policy_nlp.normalization.numerals import ARABIC
from policy_nlp.normalization.times.literals import Literal
from policy_nlp.normalization.times.paths import Count, Lexeme

_DIGIT = re.compile(r"\d")
_ARABIC = re.compile(ARABIC)
_PLAIN = re.compile(r"\d{1,12}")
_SHARE = re.compile(r"\d{1,2}/\d{1,2}(?!\d)")
Entry = tuple[str, str, Any]
"""A word, its category and what it stands for."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words, the patterns that find them, and what may stand between two of them."""

    language: str
    words: dict[str, tuple[Entry, ...]]
    clusters: re.Pattern[str]
    anchors: re.Pattern[str]
    gap: re.Pattern[str]
    numbers: re.Pattern[str]
    ordinals: dict[str, int]
    ordinal_suffix: re.Pattern[str]
    literals: tuple[Literal, ...]
    literal_starts: frozenset[str]
    transparent: tuple[str, ...]
    unless: dict[str, str]
    left: re.Pattern[str]
    right: re.Pattern[str]
    closed: re.Pattern[str]
    capital: frozenset[str]
    opener: re.Pattern[str]
    spaced: bool

    def found(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the stretches of folded lower-case text that are made of these words and hold a word for a time."""
        for match in self.clusters.finditer(text):
            if self.anchors.search(text, match.start(), match.end()):
                yield match.span()

    def after(self, position: int, text: str, end: int) -> int:
        """Return where the next word can begin."""
        match = self.gap.match(text, position, end)
        return match.end() if match else position

    def at(self, position: int, text: str, end: int) -> list[Lexeme]:
        """Return every word, number and written date that begins at `position` and ends by `end`."""
        if self.spaced and position and _inside_word(text, position):
            return []
        found = [Lexeme(category, value, stop) for category, value, stop in self._words(position, text, end)]
        if text[position] in self.literal_starts and not _inside_figures(text, position):
            found += self._literals(position, text, end)
        if _DIGIT.match(text, position):
            return [*found, *self._figures(position, text, end)]
        return [*found, *self._spelled(position, text, end)]

    def bounded(self, text: str, folded: str, start: int, end: int) -> bool:
        """Whether what stands before and behind a phrase lets it be one; some words need a capital to be a name."""
        if not (self.left.match(folded, start) and self.right.match(folded, end)):
            return False
        opener = self.opener.match(folded, start, end)
        first = opener.end() if opener else start
        return folded[first:end] not in self.capital or text[first].isupper()

    def _words(self, position: int, text: str, end: int) -> Iterator[tuple[str, Any, int]]:
        for word, category, value in self.words.get(text[position], ()):
            stop = position + len(word)
            if not text.startswith(word, position) or stop > end or (self.spaced and _inside_word(text, stop)):
                continue
            if stop == len(text) or text[stop] not in self.unless.get(word, ""):
                yield category, value, stop

    def _literals(self, position: int, text: str, end: int) -> list[Lexeme]:
        """Return the readings of figures; the literal listed first wins over others of the same length."""
        read = (lexeme for literal in self.literals for lexeme in literal.at(position, text, end))
        found: dict[tuple[str, int], Lexeme] = {}
        for lexeme in read:
            found.setdefault((lexeme.category, lexeme.end), lexeme)
        return list(found.values())

    def _figures(self, position: int, text: str, end: int) -> list[Lexeme]:
        if _inside_figures(text, position):
            return []
        found = []
        ordinal = self.ordinal_suffix.match(text, position, end)
        if ordinal:
            found.append(Lexeme("ord", Count(Fraction(int(ordinal[1])), ordinal[0]), ordinal.end()))
        number = _ARABIC.match(text, position, end)
        if number and not _money(text, position):
            found += self._number(text, position, number.end())
            for shorter in (_PLAIN.match(text, position, end), _SHARE.match(text, position, end)):
                if shorter and shorter.end() != number.end():
                    found += self._number(text, position, shorter.end())
        return [*found, *self._spelled(position, text, end)] if not self.spaced else found

    def _spelled(self, position: int, text: str, end: int) -> list[Lexeme]:
        match = self.numbers.match(text, position, end)
        if match is None:
            return []
        cuts = self._cuts(match[0])
        return [lexeme for cut in cuts for lexeme in self._number(text, position, position + cut)]

    def _cuts(self, run: str) -> list[int]:
        """Return the ends of ever shorter openings of a run of number words."""
        if not self.spaced:
            return list(range(len(run), 0, -1))
        return [match.end() for match in re.finditer(r"[a-z]+", run)][::-1]

    def _number(self, text: str, start: int, stop: int) -> list[Lexeme]:
        quote = text[start:stop]
        value = exact(quote, language=self.language)
        found = [] if value is None else [Lexeme("num", Count(value, quote), stop)]
        return found + self._ordinal(text, start, stop)

    def _ordinal(self, text: str, start: int, stop: int) -> list[Lexeme]:
        value = self.ordinals.get(re.sub(r"[ -]+", "-", text[start:stop]))
        return [] if value is None else [Lexeme("ord", Count(Fraction(value), text[start:stop]), stop)]


def _inside_word(text: str, position: int) -> bool:
    if not 0 < position < len(text):
        return False
    return text[position - 1].isalpha() and text[position].isalpha()


def _inside_figures(text: str, position: int) -> bool:
    return position > 0 and text[position - 1].isdigit() and text[position].isdigit()


def _money(text: str, position: int) -> bool:
    return (position > 0 and text[position - 1 : position] in "$€£¥") or text[max(0, position - 2) : position] in (
        "$ ",
        "£ ",
    )
