"""Building units of the calendar: named, counted, and relative to the present one."""

from __future__ import annotations

from policy_nlp.normalization.times.paths import (
    Count,
    How,
    Path,
    join,
    nth,
    relative,
)

_LIMITS = {"month": 12, "monthday": 31, "quarter": 4, "half": 2, "halfmonth": 2, "week": 53, "tenday": 3, "day": 366}


def same(value: object) -> object:
    """Return the value itself: a phrase of one category that counts as another."""
    return value


def named(number: int, *, unit: str) -> Path:
    """Return a unit that has a name (June, Friday, winter)."""
    return nth(unit, number)


def numbered(count: Count, *, unit: str) -> Path | None:
    """Return the n-th unit (3月, 第二季度); None where no calendar has so many."""
    number = None if "/" in count.text else count.whole()
    return nth(unit, number) if number and 1 <= number <= _LIMITS[unit] else None


def nth_unit(count: Count, unit: str, *, only: str | None = None) -> Path | None:
    """Return the n-th of a unit that is named (third quarter)."""
    if unit not in _LIMITS or only not in (None, unit):
        return None
    return numbered(count, unit=unit)


def unit_number(unit: str, count: Count) -> Path | None:
    """Return a unit by the number behind it (week 31)."""
    return numbered(count, unit=unit) if unit in ("week", "quarter") and count.text.isdigit() else None


def last_unit(unit: str) -> Path | None:
    """Return the last of a unit (last week of …)."""
    return nth(unit, -1) if unit in _LIMITS and unit != "monthday" else None


def last_one_unit(count: Count, unit: str) -> Path | None:
    """Return the last of a unit where the language says one (最后一周)."""
    return last_unit(unit) if count.value == 1 else None


def numbered_weekday(count: Count, weekday: int) -> Path | None:
    """Return the n-th weekday (first Friday of …)."""
    number = count.whole()
    return nth("weekday", number, weekday) if number and number <= 5 else None


def last_weekday(weekday: int) -> Path:
    """Return the last such weekday (last Friday of …)."""
    return nth("weekday", -1, weekday)


def this(offset: int, unit: str) -> Path | None:
    """Return the unit so many units from the present one (last month, 下周)."""
    return None if unit in ("hour", "minute", "second", "business_day", "weekday") else relative(unit, offset)


def this_unit(offset: int, *, unit: str) -> Path:
    """Return the unit so many units from the present one, where one word says both (去年)."""
    return relative(unit, offset)


def this_one(offset: int, count: Count, unit: str) -> Path | None:
    """Return the same where the language says `one` before the unit (上一个月)."""
    return this(offset, unit) if count.value == 1 else None


def this_season(offset: int) -> Path:
    """Return the season so many seasons from the present one."""
    return relative("season", offset)


def this_named(offset: int, path: Path) -> Path | None:
    """Return a named unit in the present, the last or the next larger one (next June, last Friday)."""
    first = path.coarsest()
    if first.how is not How.NTH or first.weekday is not None:
        return None
    if first.unit == "season" and offset == 0:
        return path
    larger = {
        "weekday": "week",
        "month": "year",
        "quarter": "year",
        "half": "year",
        "season": "year",
        "holiday": "year",
    }
    if first.unit not in larger or first.number < 0:
        return None
    return join(relative(larger[first.unit], offset), path)


def the_unit(unit: str) -> Path | None:
    """Return the present unit (the year)."""
    return relative(unit, 0) if unit in ("year", "quarter", "month", "week") else None


def unit_this(unit: str, offset: int) -> Path | None:
    """Return the same with the unit first (the year after next)."""
    return this(offset, unit)


def ahead_first(_: int, count: Count, unit: str) -> Path | None:
    """Return the n-th unit to come (upcoming two months: the second one)."""
    return _ahead(count, unit)


def ahead_inside(count: Count, _: int, unit: str) -> Path | None:
    """Return the same with the number first."""
    return _ahead(count, unit)


def _ahead(count: Count, unit: str) -> Path | None:
    """Return the n-th unit to come (two upcoming months: the second one)."""
    number = count.whole()
    return this(number, unit) if number else None


def joined(one: Path, other: Path) -> Path | None:
    """Return the date that both parts name together."""
    return join(one, other)


def whole_unit(path: Path) -> Path | None:
    """Return the unit: a word that says `the whole of it` adds nothing (2024年内)."""
    return path if path.finest().unit in ("year", "half", "quarter", "month", "week") else None
