"""Comparisons: numbers with words that set a limit, and ranges of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Any

from policy_nlp.lexicon.load import table
from policy_nlp.normalization.numerals import numerals
from policy_nlp.normalization.quantities.figures import Figure

_WINDOW = 40
_WITH_EQUAL = {">": ">=", "<": "<="}
_LOWER, _UPPER = (">=", ">"), ("<=", "<")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A limit for a number, or a range of numbers where `high` is given."""

    start: int
    end: int
    op: str
    value: Fraction | float
    high: Fraction | float | None = None
    low_included: bool = True
    high_included: bool = True


@dataclass(frozen=True, slots=True)
class _Range:
    open: re.Pattern[str]
    link: re.Pattern[str]
    close: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Words:
    before: re.Pattern[str]
    after: re.Pattern[str]
    more: re.Pattern[str]
    joint: re.Pattern[str]
    ops_before: dict[str, str]
    ops_after: dict[str, str]
    ops_more: dict[str, str]
    ranges: tuple[_Range, ...]
    scale: re.Pattern[str]
    scales: dict[str, Fraction]


def find(text: str, figures: list[Figure], *, language: str) -> list[Comparison]:
    """Return the comparisons among numbers of folded lower-case text; a lower and an upper limit join to a range."""
    words = _words(language)
    found: list[Comparison] = []
    index = 0
    while index < len(figures):
        pair = _range(text, figures, index, words)
        single = pair or _single(text, figures[index], words)
        if single is not None:
            found.append(single)
        index += 2 if pair else 1
    return list(_joined(text, found, words))


def _range(text: str, figures: list[Figure], index: int, words: _Words) -> Comparison | None:
    if index + 1 >= len(figures):
        return None
    low, high = figures[index], figures[index + 1]
    for form in words.ranges:
        if not form.link.fullmatch(text, low.end, high.start):
            continue
        opened = form.open.search(text, max(0, low.start - _WINDOW), low.start)
        closed = form.close.match(text, high.end)
        if opened is None or closed is None:
            continue
        value = _scaled(text, low, high, words)
        if value < high.value:
            return Comparison(opened.start(), closed.end(), "=", value, high.value)
    return None


def _scaled(text: str, low: Figure, high: Figure, words: _Words) -> Fraction | float:
    """Return the lower number times the multiplier that stands only behind the upper one (3-5万)."""
    scale = words.scale.search(text, high.start, high.end)
    if scale is None or words.scale.search(text, low.start, low.end):
        return low.value
    size = words.scales[scale[1]]
    return low.value * size if low.value < high.value / size else low.value


def _single(text: str, figure: Figure, words: _Words) -> Comparison | None:
    before = words.before.search(text, max(0, figure.start - _WINDOW), figure.start)
    after = words.after.match(text, figure.end)
    op = words.ops_before[_plain(before["op"])] if before else ""
    behind = words.ops_after[_plain(after["op"])] if after else ""
    start = before.start() if before and op else figure.start
    if before and not op and figure.vague:
        return Comparison(before.start(), figure.end, ">", figure.value)
    if before and not op:
        return _more(text, figure, before.start(), words)
    if op in _WITH_EQUAL and behind == "=" and after:
        return Comparison(start, after.end(), _WITH_EQUAL[op], figure.value)
    if op:
        return Comparison(start, figure.end, op, figure.value)
    if behind and behind != "=" and after:
        return Comparison(start, after.end(), behind, figure.value)
    return Comparison(start, figure.end, ">", figure.value) if figure.vague else None


def _more(text: str, figure: Figure, start: int, words: _Words) -> Comparison | None:
    """Read `more` or `less` behind a number that a word for `than` precedes (比170小)."""
    match = words.more.match(text, figure.end)
    return Comparison(start, match.end(), words.ops_more[match["op"]], figure.value) if match else None


def _joined(text: str, found: list[Comparison], words: _Words) -> Iterator[Comparison]:
    held: Comparison | None = None
    for item in found:
        both = held and words.joint.fullmatch(text, held.end, item.start) and _both(held, item)
        if both:
            yield both
            held = None
            continue
        if held is not None:
            yield held
        held = item
    if held is not None:
        yield held


def _both(one: Comparison, other: Comparison) -> Comparison | None:
    low, high = (one, other) if one.op in _LOWER else (other, one)
    if low.op not in _LOWER or high.op not in _UPPER or low.value >= high.value:
        return None
    return replace(
        low,
        start=one.start,
        end=other.end,
        op="=",
        high=high.value,
        low_included=low.op == ">=",
        high_included=high.op == "<=",
    )


def _plain(word: str) -> str:
    return re.sub(r"[ \n]+", " ", word)


@cache
def _words(language: str) -> _Words:
    content = table(language, "quantities")["comparison"]
    before, after, more = content["before"], content["after"], content["more"]
    scales = {word: token.value for word, token in numerals(language).words.items() if token.value >= 1000}
    scales |= {word: Fraction(value) for word, value in table(language, "numbers")["suffixes"].items()}
    return _Words(
        before=re.compile(f"(?P<op>{_edged(before)})(?:{content['filler']})$"),
        after=re.compile(f"(?:{content['gap']})(?P<op>{_any(after)}){_edge_right(after)}"),
        more=re.compile(f"[ ]{{0,2}}(?P<op>{_any(more)})"),
        joint=re.compile(content["joint"]),
        ops_before=before,
        ops_after=after,
        ops_more=more,
        ranges=tuple(_form(entry) for entry in content["ranges"]),
        scale=re.compile(f"({_any(scales)})$") if content["shared_scale"] else re.compile("(?!)"),
        scales=scales,
    )


def _any(words: dict[str, Any]) -> str:
    return (
        "|".join(re.escape(word).replace("\\ ", "[ \\n]{1,3}") for word in sorted(words, key=len, reverse=True))
        or "(?!)"
    )


def _edged(words: dict[str, str]) -> str:
    """Return a pattern for the words, which do not begin inside a word, and the signs, which do not inside a sign."""
    spelled = {word: op for word, op in words.items() if word[0].isascii() and word[0].isalpha()}
    signs = {word: op for word, op in words.items() if word not in spelled}
    return f"(?<![a-z])(?:{_any(spelled)})|(?<![<>=])(?:{_any(signs)})"


def _edge_right(words: dict[str, str]) -> str:
    return "(?![a-z])" if any(word[0].isascii() and word[0].isalpha() for word in words) else ""


def _form(entry: dict[str, Any]) -> _Range:
    link = "|".join(re.escape(word).replace("\\ ", "[ ]{1,3}") for word in entry["link"])
    return _Range(
        re.compile(f"(?:{entry['open']})$"),
        re.compile(f"[ ]{{0,3}}(?:{link})[ ]{{0,3}}"),
        re.compile(f"[ ]{{0,3}}(?:{entry['close']})" if entry["close"] else ""),
    )
