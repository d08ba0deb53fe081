"""Dates written in figures (2025-06-30, 3/7/2025, 30.6.) or with a letter (FY24, Q3), as patterns of the lexicon."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from policy_nlp.errors import LexiconError
from policy_nlp.normalization import calendar
from policy_nlp.normalization.times.paths import Clock, How, Lexeme, Path, Step, nth, written, year

_LEAP_YEAR = 2000
_OLDEST_SHORT = 50


@dataclass(frozen=True, slots=True)
class Literal:
    """A pattern with named groups and the reading of them; `orders` are tried until the calendar has such a day."""

    pattern: re.Pattern[str]
    category: str
    orders: tuple[str, ...]
    build: Callable[[re.Match[str], str], object]

    def at(self, position: int, text: str, end: int) -> Iterator[Lexeme]:
        """Yield what the pattern reads at `position`."""
        match = self.pattern.match(text, position, min(len(text), end + 1))
        if match is None or match.end() > end:
            return
        for order in self.orders:
            value = self.build(match, order)
            if value is not None:
                yield Lexeme(self.category, value, match.end())
                return


def literals(entries: list[dict[str, Any]]) -> tuple[Literal, ...]:
    """Return the literals of a lexicon file."""
    return tuple(_literal(entry) for entry in entries)


def _literal(entry: dict[str, Any]) -> Literal:
    try:
        build = _BUILDERS[entry.get("make", "date")]
        return Literal(re.compile(entry["pattern"]), entry.get("category", "path"), tuple(entry["orders"]), build)
    except (KeyError, re.error) as error:
        raise LexiconError(f"times.toml: literal {entry.get('pattern')!r}: {error}") from error


def full_year(figures: str) -> int:
    """Return the year that two or four figures stand for; two figures lie between 1950 and 2049.

    >>> full_year("98"), full_year("07"), full_year("2025")
    (1998, 2007, 2025)
    """
    number = int(figures)
    if len(figures) > 2:
        return number
    return number + (1900 if number >= _OLDEST_SHORT else 2000)


def _date(match: re.Match[str], order: str) -> Path | None:
    """Read the groups a, b, c (e, f in a second form) in the order that `order` names (dmy: a is the day)."""
    groups = match.groupdict()
    figures = [groups[name] for name in "abcef" if groups.get(name)]
    fields = dict(zip(order, figures, strict=False))
    number = full_year(fields["y"]) if fields.get("y") else None
    month = int(fields["m"]) if "m" in fields else None
    day = int(fields["d"]) if "d" in fields else None
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and calendar.day(number or _LEAP_YEAR, month or 1, day) is None:
        return None
    return written(number, month, day)


def _unit(match: re.Match[str], order: str) -> Path | None:
    """Read a figure with a letter: `order` names the unit (quarter, half)."""
    return nth(order, int(match[1]))


def _year(match: re.Match[str], order: str) -> Path | None:
    number = full_year(match[1])
    return year(number) if number else None


def _clock(match: re.Match[str], order: str) -> Clock | None:
    """Read hours and minutes; `order` says which half of the day, or 24."""
    hour, minute = int(match[1]), int(match["minute"] or 0)
    if order == "24":
        return Clock(hour * 3600 + minute * 60) if hour < 24 and minute < 60 else None
    if not 1 <= hour <= 12 or minute > 59:
        return None
    return Clock((hour % 12 + (12 if order == "pm" else 0)) * 3600 + minute * 60)


def _decade(match: re.Match[str], order: str) -> Path | None:
    number = int(match[1])
    number += 0 if number > 99 else 1900 if number >= 30 else 2000
    return Path((Step(How.EXACT, "decade", number),))


def _fiscal(match: re.Match[str], order: str) -> Path | None:
    return Path((Step(How.EXACT, "fiscal", full_year(match[1])),))


def _pair(match: re.Match[str], order: str) -> Path | None:
    """Read two years that follow each other (2013-14), the years of plans, schools and budgets."""
    first, second = full_year(match[1]), int(match[2])
    if second != (first + 1) % 100:
        return None
    return Path((Step(How.EXACT, order or "pair", first + 1),))


_BUILDERS: dict[str, Callable[[re.Match[str], str], object]] = {
    "date": _date,
    "unit": _unit,
    "year": _year,
    "clock": _clock,
    "decade": _decade,
    "fiscal": _fiscal,
    "pair": _pair,
}
