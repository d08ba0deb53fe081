"""The words of written numbers as tokens, read from the lexicon `numbers`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from functools import cache

from policy_nlp.lexicon.load import table

ARABIC = r"(?:\d{1,3}(?:[, ]\d{3}){1,10}(?!\d)(?:\.\d{1,30})?|\d{1,40}(?:\.\d{1,30})?|(?<![\d.])\.\d{1,30})"
VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5)} | {
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}


class Kind(Enum):
    """What a token does in a number."""

    FIGURE = auto()
    FIXED = auto()
    ARABIC = auto()
    TIMES = auto()
    SUFFIX = auto()
    DENOMINATOR = auto()
    DENOMINATOR_UNIT = auto()
    QUOTIENT = auto()
    MINUS = auto()
    POINT = auto()
    JOIN = auto()
    ONE = auto()
    PER_OF = auto()
    OVER = auto()
    PERCENT_OF = auto()
    VAGUE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One word or one run of Arabic figures, with the value that it stands for (0 where it has none)."""

    kind: Kind
    value: Fraction
    text: str


@dataclass(frozen=True, slots=True)
class Numerals:
    """How numbers are written in one language: the words, and how they combine."""

    words: dict[str, Token]
    pattern: re.Pattern[str]
    gap: re.Pattern[str]
    positional: bool
    trailing_figure: bool
    bare_point: bool
    never_decimal: frozenset[str]
    open_ended: frozenset[str]

    def tokens(self, text: str) -> list[Token] | None:
        """Return the tokens that make up the whole of `text`, or None where a part of it is no number word."""
        found: list[Token] = []
        position = 0
        while position < len(text):
            gap = self.gap.match(text, position) if found else None
            match = self.pattern.match(text, gap.end() if gap else position)
            if match is None:
                return None
            found.append(self._token(match))
            position = match.end()
        return found

    def _token(self, match: re.Match[str]) -> Token:
        if match["fraction"]:
            above, below = match["fraction"].split("/")
            return _quotient(int(above), int(below), match["fraction"])
        if match["arabic"]:
            return Token(Kind.ARABIC, Fraction(re.sub("[, ]", "", match["arabic"])), match["arabic"])
        word = match["word"] or match["suffix"]
        return self.words[word]


def _quotient(above: int, below: int, text: str) -> Token:
    return Token(Kind.QUOTIENT, Fraction(above, below) if below else Fraction(0), text)


def _valued(content: dict[str, dict[str, int]], key: str, kind: Kind) -> dict[str, Token]:
    return {word: Token(kind, Fraction(value), word) for word, value in content.get(key, {}).items()}


@cache
def numerals(language: str) -> Numerals:
    """Return the numerals of a language."""
    content = table(language, "numbers")
    words = _valued(content, "digits", Kind.FIGURE) | _valued(content, "fixed", Kind.FIXED)
    words |= _valued(content, "multipliers", Kind.TIMES) | _valued(content, "denominators", Kind.DENOMINATOR)
    words |= _valued(content, "denominator_units", Kind.DENOMINATOR_UNIT)
    for name, listed in content["words"].items():
        words |= {word: Token(Kind[name.upper()], Fraction(0), word) for word in listed}
    words |= {sign: _quotient(above, below, sign) for sign, (above, below) in VULGAR.items()}
    reading = content["reading"]
    pattern = _pattern(list(words), list(content["suffixes"]), reading["edge"])
    return Numerals(
        words | _valued(content, "suffixes", Kind.SUFFIX),
        pattern,
        re.compile(reading["gap"]),
        reading["positional"],
        reading["trailing_figure"],
        reading["bare_point"],
        frozenset(reading["never_decimal"]),
        frozenset(reading["open_ended"]),
    )


def _pattern(words: list[str], suffixes: list[str], edge: str) -> re.Pattern[str]:
    letters = sorted((word for word in words if word.isalpha() or " " in word), key=len, reverse=True)
    signs = sorted(set(words) - set(letters), key=len, reverse=True)
    spelled = "|".join(re.escape(word).replace("\\ ", "[ ]{1,3}") for word in letters)
    marks = "|".join(map(re.escape, signs))
    known = f"(?P<word>(?:{spelled}){edge}|{marks})"
    suffix = f"(?<=[0-9 ])(?P<suffix>[{''.join(suffixes)}])(?![A-Za-z0-9])"
    fraction = r"(?P<fraction>\d{1,15} {0,2}/ {0,2}\d{1,15})(?![\d,])"
    return re.compile(f"{fraction}|(?P<arabic>{ARABIC})|{suffix}|{known}")
