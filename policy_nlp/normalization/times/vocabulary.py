"""The words of a language's times: found quickly in running text, and looked up one by one inside what was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from policy_nlp.lexicon.load import table
from policy_nlp.normalization.numbers import exact
from policy_nlp.normalization.numerals import ARABIC, Kind, numerals
from policy_nlp.normalization.times.literals import Literal, literals
from policy_nlp.normalization.times.paths import Count, Lexeme
from policy_nlp.normalization.trie import alternation

_CLUSTER = 60
_DIGIT = re.compile(r"\d")
_ARABIC = re.compile(ARABIC)
_PLAIN = re.compile(r"\d{1,12}")
_SHARE = re.compile(r"\d{1,2}/\d{1,2}(?!\d)")
_ENTRY = tuple[str, str, Any]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words, the patterns that find them, and what may stand between two of them."""

    language: str
    words: dict[str, tuple[_ENTRY, ...]]
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
        """Return the readings of figures; the literal that the lexicon lists first wins over others of the same length."""
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


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language, read from the lexicons `times` and `numbers`."""
    content, number_words = table(language, "times"), numerals(language).words
    entries = [(word, category, value) for category, words in content["words"].items() for word, value in words.items()]
    layout = content["layout"]
    spelled = [word for word, token in number_words.items() if token.kind in _SPELLED]
    strong = [word for word, category, _ in entries if category in layout["anchors"]]
    edge = "(?![a-z])" if layout["spaced"] else ""
    known = [word for word, _, _ in entries] + spelled + list(content["ordinals"])
    known += [word.strip() for word in layout["transparent"]]
    return Vocabulary(
        language=language,
        words=_by_first(entries),
        clusters=re.compile(_clusters(known, layout)),
        anchors=re.compile(f"{alternation(strong)}|{layout['anchor_figures']}"),
        gap=re.compile(layout["gap"]),
        numbers=re.compile(_number_run(spelled + list(content["ordinals"]), layout["number_gap"], edge)),
        ordinals=_ordinals(content["ordinals"], number_words),
        ordinal_suffix=re.compile(layout["ordinal_suffix"]),
        literals=literals(content["literals"]),
        literal_starts=frozenset(layout["literal_starts"]),
        transparent=tuple(layout["transparent"]),
        unless=content.get("unless", {}),
        left=re.compile(layout["left"]),
        right=re.compile(layout["right"]),
        closed=re.compile(layout["closed"]),
        capital=frozenset(layout["capital"]),
        opener=re.compile(layout["opener"]),
        spaced=layout["spaced"],
    )


def _clusters(known: list[str], layout: dict[str, Any]) -> str:
    """Return a pattern for a run of known words, or of their characters where no spaces part words."""
    figures = rf"{layout['figures']}|\d{{1,12}}(?:st|nd|rd|th)?|[{layout['marks']}]"
    if layout["spaced"]:
        unit = f"(?:(?:{alternation(known)})(?![a-z])|{figures})"
        return f"(?<![a-z]){unit}(?:{layout['gap']}{unit}){{0,{_CLUSTER}}}"
    characters = "".join(sorted({character for word in known for character in word if not character.isascii()}))
    unit = f"(?:[{characters}]|{figures})"
    return f"{unit}(?:{layout['gap']}{unit}){{0,{_CLUSTER}}}"


_SPELLED = frozenset({Kind.FIGURE, Kind.FIXED, Kind.TIMES, Kind.DENOMINATOR, Kind.ONE, Kind.POINT})


def _number_run(words: list[str], gap: str, edge: str) -> str:
    word = f"(?:{alternation(words)}){edge}"
    return f"{word}(?:(?:{gap}){word}){{0,12}}"


def _by_first(entries: Iterable[_ENTRY]) -> dict[str, tuple[_ENTRY, ...]]:
    table: dict[str, list[_ENTRY]] = {}
    for entry in entries:
        table.setdefault(entry[0][0], []).append(entry)
    return {first: tuple(listed) for first, listed in table.items()}


def _ordinals(words: dict[str, int], number_words: dict[str, Any]) -> dict[str, int]:
    """Return the ordinals of one word and of a ten with a unit (twenty-first)."""
    tens = {
        word: int(token.value) for word, token in number_words.items() if token.kind is Kind.FIXED and token.value > 19
    }
    units = {word: value for word, value in words.items() if value < 10}
    return words | {f"{ten}-{unit}": high + low for ten, high in tens.items() for unit, low in units.items()}
