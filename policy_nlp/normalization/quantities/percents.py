"""Percentages: numbers with a word or sign for per cent before or behind them, in percentage points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from policy_nlp.lexicon.load import table
from policy_nlp.normalization.quantities.figures import Figure

_WINDOW = 24


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage with the number that it was read from."""

    start: int
    end: int
    value: Fraction | float
    figure: Figure


@dataclass(frozen=True, slots=True)
class _Words:
    before: re.Pattern[str]
    after: re.Pattern[str]
    sizes: dict[str, Fraction]
    tens: frozenset[str]


def find(text: str, figures: list[Figure], *, language: str) -> Iterator[Percent]:
    """Yield the percentages among the numbers of folded lower-case text."""
    words = _words(language)
    for figure in figures:
        found = _read(text, figure, words)
        if found is not None:
            yield found


def _read(text: str, figure: Figure, words: _Words) -> Percent | None:
    if text[figure.start - 1 : figure.start] == "%":
        return None
    behind = words.after.match(text, figure.end)
    if behind is not None:
        word = re.sub("[ ]+", " ", behind["word"]).strip()
        size = words.sizes[word] if word in words.sizes else words.sizes[word.replace(" ", "")]
        return Percent(figure.start, behind.end(), _sized(text, figure, size, word in words.tens), figure)
    before = words.before.search(text, max(0, figure.start - _WINDOW), figure.start)
    return Percent(before.start(), figure.end, figure.value, figure) if before else None


def _sized(text: str, figure: Figure, size: Fraction, in_tens: bool) -> Fraction | float:
    plain = text[figure.start : figure.end]
    two_figures = in_tens and len(plain) == 2 and plain[0] not in "十拾" and 10 <= figure.value < 100
    return figure.value if two_figures else figure.value * size


@cache
def _words(language: str) -> _Words:
    content = table(language, "quantities")["percent"]
    sizes = {word: Fraction(str(size)) for word, size in content["after"]}
    gap = content["gap"]
    after = "|".join(_loose(word, gap) for word in sorted(sizes, key=len, reverse=True))
    edge = "(?![a-z])" if any(word[0].isascii() and word[0].isalpha() for word in sizes) else ""
    before = "|".join(_loose(word, gap) for word in content["before"])
    return _Words(
        re.compile(f"(?:{before})[ ]{{0,3}}(?:the )?$" if before else "(?!)"),
        re.compile(rf"(?:{gap})(?!{content['unless_after']})(?P<word>{after}){edge}(?![%\d])"),
        sizes,
        frozenset(content["tens"]),
    )


def _loose(word: str, gap: str) -> str:
    """Return a pattern for a word between whose characters (of a language without spaces) blanks may stand."""
    if word.isascii():
        return re.escape(word).replace("\\ ", "[ ]{1,3}")
    return "[ ]{0,3}".join(map(re.escape, word))
