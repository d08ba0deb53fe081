"""Building the vocabulary of a language from the lexicons `times` and `numbers`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from policy_nlp.lexicon.load import table
from policy_nlp.normalization.numerals import Kind, numerals
from policy_nlp.normalization.times.literals import literals
from policy_nlp.normalization.times.vocabulary import Entry, Vocabulary
from policy_nlp.normalization.trie import alternation

_CLUSTER = 60


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
    return f"{word}(?:(?:{gap}){word}){{0,8}}"


def _by_first(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    table: dict[str, list[Entry]] = {}
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
