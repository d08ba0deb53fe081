"""Building days: of a month, of a week, of the lunar calendar, holidays, and days counted from others."""

from __future__ import annotations

from dataclasses import replace

from policy_nlp.normalization.times.paths import (
    RANKS,
    Count,
    How,
    Length,
    Path,
    Step,
    join,
    nth,
    relative,
)
from policy_nlp.normalization.times.units import numbered

_COUNTING = frozenset({"两", "兩", "俩", "几", "半"})


def today(offset: int) -> Path:
    """Return the day so many days from the present one."""
    return relative("day", offset)


def day_alone(count: Count) -> Path | None:
    """Return a day without its month (29日); a number that counts things is a length (两日)."""
    return None if count.text in _COUNTING else numbered(count, unit="monthday")


def nth_day_from_now(count: Count, unit: str) -> Path | None:
    """Return the n-th day, the present one being the first (第三天)."""
    number = count.whole()
    return relative("day", number - 1) if unit == "day" and number and number < 1000 else None


def of_month(path: Path, count: Count, *, figures: bool = False) -> Path | None:
    """Return a day of a month from the month and the number (May 29); `figures` wants a number in figures."""
    return day_of_month(count, path) if count.text.isascii() or not figures else None


def day_of_month(count: Count, path: Path) -> Path | None:
    """Return a day of a month from the number and the month (29 May)."""
    day = numbered(count, unit="monthday") if count.text[0] not in "-+." else None
    return join(day, path) if day and path.finest().unit == "month" and path.finest().how is not How.PART else None


def day_month(count: Count, month: int) -> Path | None:
    """Return a day of a month from the number and the month's name."""
    return day_of_month(count, nth("month", month))


def written_only(path: Path) -> Path | None:
    """Return a date in figures that is too short to stand for one by itself (on 4/2)."""
    return path if path.finest().unit == "monthday" and path.coarsest().unit == "month" else None


def named_day(weekday: int, path: Path) -> Path | None:
    """Return the date; the weekday written before or after it adds nothing."""
    return path if path.finest().unit in ("monthday", "day") else None


def day_named(path: Path, weekday: int) -> Path | None:
    """Return the date of a weekday in a week, or the date that the weekday repeats."""
    if path.finest().unit == "week" and path.finest().how is not How.PART:
        return join(path, nth("weekday", weekday))
    return named_day(weekday, path)


def weekday_of(weekday: int, path: Path) -> Path | None:
    """Return the weekday of a week that follows (Wednesday of next week)."""
    return day_named(path, weekday) if path.finest().unit == "week" else None


def weekday_day(weekday: int, count: Count) -> Path | None:
    """Return the day of the month; the weekday before it adds nothing (Tuesday the 19th)."""
    return numbered(count, unit="monthday")


def weekdays_ahead(count: Count, weekday: int) -> Path | None:
    """Return the n-th such weekday to come (two Sundays from now)."""
    number = count.whole()
    if not number or number < 1:
        return None
    coming = nth("weekday", weekday)
    return shifted_from(Length((("week", count.value - 1),)), coming, sign=1) if number > 1 else coming


def weekday_after_next(weekday: int, offset: int) -> Path | None:
    """Return the weekday in the week behind the coming one (Friday after next)."""
    return join(relative("week", offset - 1), nth("weekday", weekday)) if offset > 0 else None


def lunar(month: Count | int, day: Count) -> Path | None:
    """Return a day of the lunar calendar: month and day in Chinese numerals with no mark behind the day (八月十五)."""
    number, name = day.whole(), month if isinstance(month, int) else month.whole()
    spelled = isinstance(month, int) or not month.text.isascii()
    if not spelled or day.text.isascii() or not name or not number or not (1 <= name <= 12 and 1 <= number <= 30):
        return None
    return nth("lunar", 100 * name + number)


def as_lunar(path: Path) -> Path | None:
    """Return a date that a word puts into the lunar calendar (农历八月十五日)."""
    units = [step.unit for step in path.steps]
    if units[-1:] == ["lunar"]:
        return path
    if units[-2:] != ["month", "monthday"] or path.steps[-2].how is not How.NTH:
        return None
    month, day = path.steps[-2:]
    return replace(path, steps=(*path.steps[:-2], Step(How.NTH, "lunar", 100 * month.number + day.number)))


def holiday(name: str) -> Path:
    """Return a holiday, whose days the lexicon gives."""
    return Path((Step(How.NTH, "holiday", word=name),))


def shifted(length: Length, *, sign: int) -> Path | None:
    """Return the day so long before or after the present one; hours do not lead to another day."""
    if RANKS[length.finest()] < RANKS["day"]:
        return None
    return Path((Step(How.SHIFT, length.finest(), sign, length=length),))


def shifted_from(length: Length, path: Path, *, sign: int) -> Path | None:
    """Return the day so long before or after another one."""
    if path.finest().how is How.SHIFT:
        return None
    return replace(path, steps=(*path.steps, Step(How.SHIFT, length.finest(), sign, length=length)))


def shift_of(path: Path, length: Length, *, sign: int) -> Path | None:
    """Return the same where the day is written first (印发后十日)."""
    return shifted_from(length, path, sign=sign)
