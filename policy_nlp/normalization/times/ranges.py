"""Building intervals: from one date to another, open ones, and those that count from the reference date."""

from __future__ import annotations

from dataclasses import replace

from policy_nlp.normalization.times import days, units
from policy_nlp.normalization.times.paths import Clock, Count, How, Length, Path, Range, Rolling, Step, join

_ROLLED = ("year", "half", "quarter", "month", "week", "day", "weekend", "decade", "business_day", "hour")


def between(first: Path, last: Path) -> Range | None:
    """Return the interval from one date to another; each lends the other the larger units that it leaves out."""
    if How.SHIFT in (first.finest().how, last.finest().how) or first.coarsest().how in (How.FIRST, How.LAST):
        return None
    whole_first, whole_last = _lent(first, last), _lent(last, first)
    if whole_first is None or whole_last is None:
        return None
    return Range(whole_first, whole_last, borrowed_first=whole_first != first)


def _lent(path: Path, other: Path) -> Path | None:
    """Return `path` with the larger steps of `other` before it."""
    if path.anchored():
        return path
    rank = path.coarsest().rank()
    larger = tuple(step for step in other.steps if step.rank() > rank)
    if path.coarsest().how is How.PART:
        return None
    return replace(path, steps=larger + path.steps)


def spread(count: Count, path: Path) -> Range | None:
    """Return the interval whose first end shares all but its number with the last (2-4月, 9 to 12 of June)."""
    number, finest = count.whole(), path.finest()
    if number is None or finest.how not in (How.NTH, How.EXACT) or finest.weekday is not None:
        return None
    if finest.how is How.EXACT and number < 100:
        number += finest.number // 100 * 100
    if not 0 < number < finest.number and not (finest.unit == "month" and 0 < number <= 12):
        return None
    return Range(replace(path, steps=(*path.steps[:-1], replace(finest, number=number))), path)


def spread_next(count: Count, path: Path) -> Range | None:
    """Return the interval of two numbers that follow each other and share their unit (一、二季度)."""
    return spread(count, path) if count.whole() == path.finest().number - 1 else None


def trailing(path: Path, count: Count) -> Range | None:
    """Return the interval whose last end shares all but its number with the first (July 13 to 15)."""
    number, finest = count.whole(), path.finest()
    if number is None or finest.how not in (How.NTH, How.EXACT) or finest.weekday is not None:
        return None
    if finest.how is How.EXACT and number < 100 <= finest.number:
        number += finest.number // 100 * 100
    if not finest.number < number <= (31 if finest.unit == "monthday" else 9999):
        return None
    return Range(path, replace(path, steps=(*path.steps[:-1], replace(finest, number=number))))


def inside_month(path: Path, first: Count, last: Count) -> Range | None:
    """Return the days from one number to another in a month that is named (November between 19 and 20)."""
    low, high = first.whole(), last.whole()
    if path.finest().unit != "month" or path.finest().how is How.PART or not low or not high or not low < high <= 31:
        return None
    days = (Step(How.NTH, "monthday", number) for number in (low, high))
    one, other = (replace(path, steps=(*path.steps, day)) for day in days)
    return Range(one, other)


def month_inside(first: Count, last: Count, path: Path) -> Range | None:
    """Return the same where the month is written last."""
    return inside_month(path, first, last)


def days_of_month(first: Count, last: Count) -> Range | None:
    """Return the days from one number to another of a month that is not named (from the 4th to the 7th)."""
    one, other = units.numbered(first, unit="monthday"), units.numbered(last, unit="monthday")
    return Range(one, other) if one and other and first.value < last.value else None


def to_date(unit: str) -> Range:
    """Return the present unit up to the present day (year to date)."""
    return Range(units.this_unit(0, unit=unit), days.today(0))


def hours_inside(first: Count, last: Count, path: Path) -> Range | None:
    """Return the hours from one number to another on a day; small numbers are hours of the afternoon."""
    low, high = first.whole(), last.whole()
    if path.finest().unit != "monthday" or not low or not high or not low < high <= 12:
        return None
    later = 12 if high < 8 else 0
    return Range(replace(path, clock=Clock((low + later) * 3600)), replace(path, clock=Clock((high + later) * 3600)))


def join_range(path: Path, given: Range) -> Range | None:
    """Return the interval inside a larger unit that is named before it (2018年 2-4月)."""
    if not given.first or not given.last:
        return None
    first, last = join(path, given.first), join(path, given.last)
    return replace(given, first=first, last=last) if first and last else None


def consecutive(given: Path | Range, path: Path) -> Range | None:
    """Return the days of a list that follow one another (10号，11号，12号)."""
    if isinstance(given, Path):
        first, last = given, given
    elif given.first and given.last:
        first, last = given.first, given.last
    else:
        return None
    finest, following = last.finest(), path.finest()
    if len(path.steps) > 1 or finest.unit != following.unit or finest.unit not in ("monthday", "month"):
        return None
    if following.number != finest.number + 1 or following.how is not How.NTH:
        return None
    return Range(first, replace(last, steps=(*last.steps[:-1], following)))


def since(path: Path) -> Range:
    """Return the time from the start of a date on."""
    return Range(path, None)


def after(path: Path) -> Range:
    """Return the time from the day after a date on."""
    return Range(path, None, after_first=True)


def before(path: Path) -> Range:
    """Return the time up to the day before a date begins; the part of a unit (before the end of June) is included."""
    return Range(None, path, before_last=path.finest().how is not How.PART)


def until(path: Path) -> Range:
    """Return the time up to the end of a date."""
    return Range(None, path)


def both(one: Range, other: Range) -> Range | None:
    """Return the interval that an open start and an open end enclose (2010年之后2018年之前)."""
    if one.last or other.first or not one.first or not other.last:
        return None
    return Range(one.first, other.last, one.after_first, other.before_last)


def since_length(length: Length) -> Range | None:
    """Return the time from so long ago up to the present day (三个月以来)."""
    start = days.shifted(length, sign=-1)
    return Range(start, days.today(0)) if start else None


def shifted_open(length: Length, *, sign: int) -> Range | None:
    """Return all that lies more than so many days or weeks before or after the present (20天以后)."""
    if length.finest() not in ("day", "week", "business_day"):
        return None
    day = days.shifted(length, sign=sign)
    if day is None:
        return None
    return Range(day, None) if sign > 0 else Range(None, day)


def passed(length: Length) -> Range | None:
    """Return the time from so long after the present on (过两天)."""
    start = days.shifted(length, sign=1)
    return Range(start, None) if start else None


def roll(length: Length, *, sign: int, within: bool = False) -> Rolling | None:
    """Return the time that so much before or after the present takes up (past 3 weeks, 未来五年)."""
    return Rolling(length, sign, within) if length.finest() in _ROLLED else None


def within(*parts: int | Length) -> Rolling | None:
    """Return the time from the present day on that a length takes up."""
    length = parts[-1]
    forwards = isinstance(length, Length) and (len(parts) == 1 or parts[0] == 1)
    return roll(length, sign=1, within=True) if forwards and isinstance(length, Length) else None


def roll_relative(offset: int, length: Length) -> Rolling | None:
    """Return the time that a length takes up before or after the present (past 3 weeks, next two years)."""
    return roll(length, sign=offset) if abs(offset) == 1 else None
