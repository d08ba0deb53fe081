"""Building lengths of time from amounts and units."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from policy_nlp.normalization.times.paths import RANKS, Count, Length

_HALF = Fraction(1, 2)
_FEW = Fraction(3)
_COUNTING = frozenset({"两", "兩", "俩", "倆", "半"})


def length(count: Count, unit: str) -> Length | None:
    """Return so many units; two neighboring figures are a range (三四天)."""
    if unit in ("weekday", "season") or count.value <= 0 or _names(count, unit):
        return None
    low, high = _ends(count)
    if low is None:
        return None
    longest = ((unit, high),) if high is not None else ()
    return Length(((unit, low),), longest)


def _names(count: Count, unit: str) -> bool:
    """Whether the number names its unit instead of counting it (2009年, 07年)."""
    figures = count.text
    return (figures[0] == "0" and figures.isdigit()) or (unit == "year" and 1000 <= count.value < 3000)


def _ends(count: Count) -> tuple[Fraction | None, Fraction | None]:
    if count.text.isascii() or len(count.text) != 2 or not 12 <= count.value <= 89 or "十" in count.text:
        return count.value, None
    low, high = divmod(count.whole() or 0, 10)
    return (Fraction(low), Fraction(high)) if high == low + 1 else (None, None)


def half(unit: str) -> Length:
    """Return half a unit (半年, half an hour)."""
    return Length(((unit, _HALF),))


def one(unit: str) -> Length | None:
    """Return one unit (another day, all week); `a second` is more often an ordinal."""
    return None if unit == "second" else Length(((unit, Fraction(1)),))


def few(unit: str) -> Length:
    """Return a few units, which is about three."""
    return Length(((unit, _FEW),), vague=True)


def couple(number: int, unit: str) -> Length | None:
    """Return as many units as a word says (a couple of days)."""
    return Length(((unit, Fraction(number)),))


def and_half(given: Length) -> Length | None:
    """Return the length with half of its smallest unit added (三年半, two hours and a half)."""
    unit, amount = given.amounts[-1]
    return None if given.longest else replace(given, amounts=(*given.amounts[:-1], (unit, amount + _HALF)))


def count_and_half(count: Count, unit: str) -> Length | None:
    """Return n and a half units (两个半月)."""
    found = length(count, unit)
    return found and and_half(found)


def total(one_length: Length, other: Length) -> Length | None:
    """Return two lengths one after the other, larger units first (1 year 6 months)."""
    if one_length.longest or other.longest or RANKS[one_length.finest()] <= RANKS[other.amounts[0][0]]:
        return None
    return Length(one_length.amounts + other.amounts)


def spread_of_lengths(count: Count, given: Length) -> Length | None:
    """Return a range of lengths (3 to 5 days)."""
    if given.longest or len(given.amounts) > 1 or count.value >= given.amounts[0][1]:
        return None
    unit = given.amounts[0][0]
    return Length(((unit, count.value),), given.amounts)


def days_alone(count: Count, unit: str) -> Length | None:
    """Return so many days where the phrase can be no day of a month (90日, 两日)."""
    number = count.whole()
    return length(count, unit) if count.text in _COUNTING or (number and number > 31) else None


def tens_of(unit: str) -> Length:
    """Return some tens of units: from twenty to a hundred (几十年)."""
    return Length(((unit, Fraction(20)),), ((unit, Fraction(100)),), vague=True)


def fortnight(*parts: Count | int) -> Length | None:
    """Return so many fortnights, which count their days."""
    days, count = parts[-1], parts[0]
    if not isinstance(days, int):
        return None
    number = count.value if isinstance(count, Count) else Fraction(1)
    return Length((("day", number * days),))
