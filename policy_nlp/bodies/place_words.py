"""The words of a language that stand for places or are part of their names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from policy_nlp.bodies.record import Kind, Level

Value = TypeVar("Value")


@dataclass(frozen=True, eq=False)
class PlaceWords:
    """The table `[regions]` of `organizations.toml`."""

    words: Mapping[str, Level]
    prefixes: Mapping[str, Level]
    suffixes: Mapping[str, Level]
    opening: re.Pattern[str]
    ending: re.Pattern[str]
    named: re.Pattern[str]
    bare: re.Pattern[str]
    seats: Mapping[str, Kind]
    own: tuple[str, ...]
    not_words: tuple[str, ...]
    not_places: tuple[str, ...]
    longest: int
    trailing: tuple[str, ...]
    translations: Mapping[str, str]
    attributive: Mapping[str, str]


def place_words(regions: Mapping[str, Any], *, joint: str) -> PlaceWords:
    """Return the table `regions` made ready for lookup; `joint` is what stands between two words."""
    prefixes, suffixes = by_word(regions["prefixes"], Level), by_word(regions["suffixes"], Level)
    return PlaceWords(
        by_word(regions["words"], Level),
        prefixes,
        suffixes,
        re.compile(f"({any_of(prefixes)}){joint}(?=.)", re.IGNORECASE),
        re.compile(f"(?<=.){joint}({any_of(suffixes)})$", re.IGNORECASE),
        re.compile(regions["named"]),
        re.compile(regions["bare"]),
        by_word(regions["seats"], Kind),
        tuple(regions["own"]),
        tuple(regions["not_words"]),
        tuple(regions["not_places"]),
        regions["longest"],
        tuple(regions["trailing"]),
        regions["translations"],
        regions["attributive"],
    )


def by_word(table: Mapping[str, Iterable[str]], value: Callable[[str], Value]) -> dict[str, Value]:
    """Return the words of a table of lists, each with the value under whose name it stands.

    >>> by_word({"county": ["县", "区"]}, Level)["区"].value
    'county'
    """
    return {word: value(name) for name, words in table.items() for word in words}


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of the words, the longest first; of no words, one that never matches.

    >>> any_of(["市", "地级市"])
    '地级市|市'
    """
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"
