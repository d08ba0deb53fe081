"""Finding the written numbers of a text, in words, in figures and in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from policy_nlp.lexicon.load import table
from policy_nlp.normalization.numbers import approximate, exact, least, readable
from policy_nlp.normalization.numerals import ARABIC, Kind, numerals
from policy_nlp.normalization.trie import alternation

_TOKENS = 40
_APPROXIMATE = 5
_POWER = re.compile(
    r"(?<![a-z0-9_.])(?P<sign>-?)(?P<base>\d{1,15}(?:\.\d{1,15})?)"
    r"(?:e(?P<e>[-+]?\d{1,3})|[x×*]10\^?(?P<ten>[-+]?\d{1,3})|\^(?P<power>[-+]{0,2}\d{1,3}))(?![a-z0-9_.])"
)
_LATIN_BEFORE = re.compile("[a-z_]$")
_LATIN_BEHIND = re.compile("[a-z]")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)(?![a-z])")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the text; `vague` where it only says what the number goes beyond (十多万)."""

    start: int
    end: int
    value: Fraction | float
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Finder:
    """The patterns of a language."""

    language: str
    runs: re.Pattern[str]
    words: re.Pattern[str]
    unless: re.Pattern[str]
    alone: frozenset[str]
    money: re.Pattern[str]
    points: frozenset[str]
    spaced: bool

    def find(self, text: str) -> list[Figure]:
        """Return the numbers of folded lower-case text from left to right."""
        blocked = [match.span() for match in self.unless.finditer(text)]
        powers = list(_powers(text))
        taken = blocked + [(power.start, power.end) for power in powers]
        found = [
            figure for start, end in _free(self.runs, text, sorted(taken)) for figure in self._cut(text, start, end)
        ]
        return sorted([*found, *powers], key=lambda figure: figure.start)

    def _cut(self, text: str, start: int, end: int) -> Iterator[Figure]:
        """Yield the numbers that a run of number words is made of, each as long as can be."""
        ends = [match.end() for match in self.words.finditer(text, start, end)]
        starts = [match.start() for match in self.words.finditer(text, start, end)]
        index = 0
        while index < len(starts):
            figure, used = self._longest(text, starts[index], ends[index:])
            if figure is not None:
                yield figure
            index += used

    def _longest(self, text: str, start: int, ends: list[int]) -> tuple[Figure | None, int]:
        """Return the longest number that opens a run, and how many words it or the vague number there takes up."""
        count = min(len(ends), _TOKENS)
        while count:
            end = ends[count - 1]
            figure = self._figure(text, start, end)
            if figure is not None:
                return figure, count
            if count <= _APPROXIMATE and approximate(text[start:end], language=self.language):
                return None, count
            count = min(count - 1, max(readable(text[start:end], language=self.language), _APPROXIMATE))
        return None, 1

    def _figure(self, text: str, start: int, end: int) -> Figure | None:
        quote = text[start:end]
        if quote in self.alone and self._hemmed(text, end):
            return None
        if not _bounded(text, start, end, quote) or self._cut_off(text, start):
            return None
        value = exact(quote, language=self.language)
        if value is not None:
            return self._with_money(text, Figure(start, end, value))
        value = least(quote, language=self.language)
        return None if value is None else Figure(start, end, value, vague=True)

    def _cut_off(self, text: str, start: int) -> bool:
        """Whether the number is the rest of something broken: behind figures, or behind a point with nothing before."""
        before = text[max(0, start - 2) : start]
        if before[-1:].isdigit() and not text[start].isdigit():
            return True
        return before[-1:] in self.points and not before[:-1].isalnum()

    def _hemmed(self, text: str, end: int) -> bool:
        """Whether a word goes on behind; a word of several letters that never stands alone counts as hemmed."""
        return self.spaced or text[end : end + 1].isalpha()

    def _with_money(self, text: str, figure: Figure) -> Figure:
        """Add the tenths and hundredths of a sum of money (壹拾壹元壹角壹分)."""
        match = self.money.match(text, figure.end)
        if match is None or isinstance(figure.value, float):
            return figure
        tenths = exact(match["tenths"] or "", language=self.language) or Fraction(0)
        hundredths = exact(match["hundredths"] or "", language=self.language) or Fraction(0)
        return Figure(figure.start, match.end(), figure.value + tenths / 10 + hundredths / 100)


def _bounded(text: str, start: int, end: int, quote: str) -> bool:
    """Whether a number stands by itself: not inside a word or a code, no ordinal, no figures with two points."""
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    if quote[0].isascii() and quote[0].isalnum() and _LATIN_BEFORE.search(before):
        return False
    if quote[0] == "-" and before and (before[-1].isalnum() or before[-1] in ")-%"):
        return False
    if ".." in (before, behind):
        return False
    return not (quote[-1].isascii() and quote[-1].isalpha() and _LATIN_BEHIND.match(behind)) and not _ORDINAL.match(
        text, end
    )


def _free(pattern: re.Pattern[str], text: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the matches in the stretches between those that are taken."""
    position = 0
    for start, end in [*taken, (len(text), len(text))]:
        if start >= position:
            yield from (match.span() for match in pattern.finditer(text, position, start))
        position = max(position, end)


def _powers(text: str) -> Iterator[Figure]:
    for match in _POWER.finditer(text):
        value = _power(match)
        if value is not None:
            yield Figure(match.start(), match.end(), value)


def _power(match: re.Match[str]) -> float | Fraction | None:
    base, sign = Fraction(match["base"]), -1 if match["sign"] else 1
    if match["e"] or match["ten"]:
        return sign * base * Fraction(10) ** int(match["e"] or match["ten"])
    raised = match["power"]
    exponent = int(raised.lstrip("+-")) * (-1) ** raised.count("-")
    try:
        return float(sign * float(base) ** exponent)
    except (OverflowError, ZeroDivisionError):
        return None


@cache
def finder(language: str) -> Finder:
    """Return the finder of a language, read from the lexicons `numbers` and `quantities`."""
    content, written = table(language, "quantities"), table(language, "numbers")
    reading = written["reading"]
    word = _word(language, reading["edge"])
    gap = reading["gap"]
    return Finder(
        language=language,
        runs=re.compile(f"{word}(?:(?:{gap}){word}){{0,{_TOKENS}}}"),
        words=re.compile(word),
        unless=re.compile(_unless(content, language, reading["edge"])),
        alone=frozenset(content["numbers"]["alone"]),
        money=re.compile(_money(content["numbers"], word)),
        points=frozenset(word for word, token in numerals(language).words.items() if token.kind is Kind.POINT),
        spaced=bool(reading["edge"]),
    )


def _word(language: str, edge: str) -> str:
    words = numerals(language).words
    spelled = alternation(word for word in words if word.isalpha() or " " in word)
    marks = alternation(word for word in words if not (word.isalpha() or " " in word) and word not in ("-", "/"))
    suffix = "[kmgbt](?![a-z0-9])"
    fraction = r"\d{1,15} {0,2}/ {0,2}\d{1,15}(?![\d,/])"
    left = "(?<![a-z])" if edge else ""
    arabic = rf"(?:(?<![\w.%)])(?<!\d )-[ ]{{0,2}})?(?:{fraction}|{ARABIC})(?:[ ]?{suffix})?"
    return f"(?:{arabic}|{left}(?:{spelled}){edge}|{marks}|(?<![\\w)%-])-(?=[^\\W\\d]))"


def _unless(content: dict[str, dict[str, list[str]]], language: str, edge: str) -> str:
    """Return a pattern for the words that hold a numeral and are none, and for those that announce a percentage."""
    listed = content["numbers"]["unless"]
    numeral = frozenset(word for word in numerals(language).words if len(word) == 1)
    opening = alternation(word for word in listed if word[0] in numeral)
    others = alternation(word for word in listed if word[0] not in numeral)
    before = "".join(
        "|" + ("[ ]{0,2}".join(word) if not edge else word.replace(" ", "[ ]+")) for word in _announced(content)
    )
    left = "(?<![a-z])" if edge else f"(?<![{''.join(sorted(numeral - {'-', '/'}))}])"
    return f"(?:{left}(?:{opening}){edge}|{'(?<![a-z])' if edge else ''}(?:{others}){edge}{before})"


def _announced(content: dict[str, dict[str, list[str]]]) -> list[str]:
    return content["percent"]["before"]


def _money(content: dict[str, str], word: str) -> str:
    number = f"(?:{word}){{1,4}}?"
    tenth = f"(?:(?P<tenths>{number})(?:{content['tenth']}))?"
    hundredth = f"(?:(?P<hundredths>{number})(?:{content['hundredth']}))?"
    return f"(?:{content['currency']})(?=.)(?:{tenth}{hundredth})"
