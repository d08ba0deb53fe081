"""How a language reads what it leaves open: parts of a year, bare days, seasons, and how exact a shift is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from policy_nlp.lexicon.load import table

PartTable = dict[str, dict[str, tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Settings:
    """The `[settings]` of the lexicon `times`."""

    bare_weekday: str
    bare_monthday: str
    shift_exact: bool
    day_first: bool
    parts: PartTable
    seasons: tuple[tuple[tuple[int, int], tuple[int, int]], ...]
    holidays: dict[str, tuple[int, ...]]
    lunar_holidays: dict[str, tuple[int, int]]
    solar_terms: dict[str, tuple[int, float]]


@cache
def settings(language: str) -> Settings:
    """Return the settings of a language."""
    content = table(language, "times")
    given = content["settings"]
    return Settings(
        bare_weekday=given["bare_weekday"],
        bare_monthday=given["bare_monthday"],
        shift_exact=given["shift_exact"],
        day_first=given["day_first"],
        parts={unit: {word: (a, b) for word, (a, b) in entries.items()} for unit, entries in content["parts"].items()},
        seasons=tuple(_season(entry) for entry in content["seasons"]["days"]),
        holidays={name: tuple(rule) for name, rule in content.get("holidays", {}).items()},
        lunar_holidays={name: (month, day) for name, (month, day) in content.get("lunar_holidays", {}).items()},
        solar_terms={name: (month, term) for name, (month, term) in content.get("solar_terms", {}).items()},
    )


def _season(entry: Any) -> tuple[tuple[int, int], tuple[int, int]]:
    first, last = entry
    return (first[0], first[1]), (last[0], last[1])
