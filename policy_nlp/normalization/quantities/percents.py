"""Percentages: numbers with a word or sign for per cent before or behind them, in percentage points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from policy_nlp.lexicon.load import table
from policy_nlp.normalization.numbers import approximate, exact
from policy_nlp.normalization.quantities.figures import Figure
from policy_nlp.normalization.trie import alternation

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
    tails: frozenset[str]
    fixed: re.Pattern[str]
    values: dict[str, Fraction]


def find(text: str, figures: list[Figure], *, language: str) -> list[Percent]:
    """Return the percentages among the numbers of folded lower-case text."""
    words = _words(language)
    read = (_read(text, figure, words, language) for figure in figures)
    return [*_fixed(text, words), *(share for share in read if share is not None)]


def _fixed(text: str, words: _Words) -> Iterator[Percent]:
    """Yield the words that are a percentage without a number (对折)."""
    for match in words.fixed.finditer(text):
        value = words.values[match[0]]
        yield Percent(match.start(), match.end(), value, Figure(match.start(), match.end(), value))


def _read(text: str, figure: Figure, words: _Words, language: str) -> Percent | None:
    if text[figure.start - 1 : figure.start] == "%" or words.fixed.match(text, figure.start):
        return None
    behind = words.after.match(text, figure.end)
    if behind is None:
        return _announced(text, figure, words)
    word = re.sub("[ ]+", " ", behind["word"]).strip()
    word = word if word in words.sizes else word.replace(" ", "")
    plain = text[figure.start : figure.end]
    if word in words.tens and len(plain) == 2 and plain.isalpha() and 10 < figure.value < 100:
        return Percent(figure.start, behind.end(), figure.value, figure)
    if word in words.tails:
        return _with_tail(text, figure, behind.end(), words.sizes[word], language)
    return Percent(figure.start, behind.end(), figure.value * words.sizes[word], figure)


def _announced(text: str, figure: Figure, words: _Words) -> Percent | None:
    before = words.before.search(text, max(0, figure.start - _WINDOW), figure.start)
    if before is None:
        return None
    sign = -1 if before["minus"] else 1
    return Percent(before.start(), figure.end, figure.value * sign, figure)


def _with_tail(text: str, figure: Figure, end: int, size: Fraction, language: str) -> Percent | None:
    """Read one more figure behind the word as tenths; two neighbors before it are no number (七八成)."""
    quote = text[figure.start : figure.end]
    if approximate(quote + "十", language=language):
        return None
    more = exact(text[end : end + 1], language=language)
    tail = more if more is not None and 0 < more < 10 and not text[end : end + 1].isdigit() else None
    following = text[end + 1 : end + 2]
    if tail is None or following.isalpha() or isinstance(figure.value, float):
        return Percent(figure.start, end, figure.value * size, figure)
    tenths = tail if tail >= 1 else tail * 10
    return Percent(figure.start, end + 1, (figure.value + tenths / 10) * size, figure)


@cache
def _words(language: str) -> _Words:
    content = table(language, "quantities")["percent"]
    sizes = {word: Fraction(str(size)) for word, size in content["after"]}
    gap = content["gap"]
    after = "|".join(_loose(word) for word in sorted(sizes, key=len, reverse=True))
    edge = "(?![a-z])" if any(word[0].isascii() and word[0].isalpha() for word in sizes) else ""
    before = "|".join(_loose(word) for word in content["before"])
    values = {word: Fraction(value) for word, value in content["words"]}
    return _Words(
        before=re.compile(f"(?P<minus>{content['minus']})?(?:{before})[ ]{{0,3}}(?:the )?$"),
        after=re.compile(rf"(?:{gap})(?!{content['unless_after']})(?P<word>{after}){edge}(?![%\d])"),
        sizes=sizes,
        tens=frozenset(content["tens"]),
        tails=frozenset(content["tails"]),
        fixed=re.compile(alternation(values)),
        values=values,
    )


def _loose(word: str) -> str:
    """Return a pattern for a word between whose characters (of a language without spaces) blanks may stand."""
    if word.isascii():
        return re.escape(word).replace("\\ ", "[ ]{1,3}")
    return "[ ]{0,3}".join(map(re.escape, word))
