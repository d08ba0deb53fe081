"""Pure date arithmetic: named units of the calendar as first and last days, durations and recurrences as text."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import StrEnum

from policy_nlp.normalization.iso import duration, rrule

__all__ = [
    "Days",
    "Part",
    "add_business_days",
    "add_days",
    "add_months",
    "day",
    "duration",
    "first_day",
    "fiscal_last_day",
    "fiscal_span",
    "last_day",
    "month_length",
    "month_start",
    "months",
    "rrule",
    "span",
    "third",
]

Days = tuple[date, date]
"""The first and the last day of a stretch of time, both included."""


class Part(StrEnum):
    """A third of a month, a quarter or a year."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"


_PARTS = (Part.EARLY, Part.MID, Part.LATE)


def day(year: int, month: int, number: int) -> date | None:
    """Return the date, or None where the calendar has no such day.

    >>> day(2025, 6, 31) is None
    True
    """
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def month_length(year: int, month: int) -> int:
    """Return how many days the month has.

    >>> month_length(2024, 2)
    29
    """
    return calendar.monthrange(year, month)[1]


def months(year: int, first: int, last: int) -> Days | None:
    """Return the days from the start of month `first` to the end of month `last` of one year.

    >>> months(2025, 4, 6)
    (datetime.date(2025, 4, 1), datetime.date(2025, 6, 30))
    """
    if not (1 <= year <= 9999 and 1 <= first <= last <= 12):
        return None
    return date(year, first, 1), date(year, last, month_length(year, last))


def third(days: Days, part: str) -> Days:
    """Return the early, middle or late third of a month (days 1-10, 11-20, 21-last) or of a longer stretch (by months).

    >>> third((date(2025, 6, 1), date(2025, 6, 30)), "mid")
    (datetime.date(2025, 6, 11), datetime.date(2025, 6, 20))
    """
    start, end = days
    index = _PARTS.index(Part(part))
    if (start.year, start.month) == (end.year, end.month):
        last = end.day if index == 2 else 10 * (index + 1)
        return start.replace(day=10 * index + 1), start.replace(day=last)
    size = (end.month - start.month + 1) // 3
    first = start.month + size * index
    found = months(start.year, first, first + size - 1)
    return found or days


def span(
    year: int,
    month: int | None = None,
    day_of_month: int | None = None,
    *,
    quarter: int | None = None,
    half: int | None = None,
    part: str | None = None,
) -> Days | None:
    """Return the first and last day of the smallest unit that is named, or None where there is no such unit.

    >>> span(2025, quarter=2)
    (datetime.date(2025, 4, 1), datetime.date(2025, 6, 30))
    """
    if month is not None and day_of_month is not None:
        single = day(year, month, day_of_month)
        return (single, single) if single else None
    days = _unit(year, month, quarter, half)
    return third(days, part) if days and part in _PARTS else days


def _unit(year: int, month: int | None, quarter: int | None, half: int | None) -> Days | None:
    if month is not None:
        return months(year, month, month)
    if quarter is not None:
        return months(year, 3 * quarter - 2, 3 * quarter)
    if half is not None:
        return months(year, 6 * half - 5, 6 * half)
    return months(year, 1, 12)


def last_day(
    year: int,
    month: int | None = None,
    day: int | None = None,
    quarter: int | None = None,
    half: int | None = None,
    part: str | None = None,
) -> str | None:
    """Return the ISO date of the last day of the smallest named unit, or None where the calendar has no such unit.

    >>> last_day(2025, 6), last_day(2025, half=1), last_day(2025, 6, part="early"), last_day(2025, 6, 31)
    ('2025-06-30', '2025-06-30', '2025-06-10', None)
    """
    days = span(year, month, day, quarter=quarter, half=half, part=part)
    return days[1].isoformat() if days else None


def first_day(
    year: int,
    month: int | None = None,
    day: int | None = None,
    quarter: int | None = None,
    half: int | None = None,
    part: str | None = None,
) -> str | None:
    """Return the ISO date of the first day of the smallest named unit, or None where the calendar has no such unit.

    >>> first_day(2025, quarter=3)
    '2025-07-01'
    """
    days = span(year, month, day, quarter=quarter, half=half, part=part)
    return days[0].isoformat() if days else None


def fiscal_span(year: int, *, start_month: int, quarter: int | None = None, half: int | None = None) -> Days | None:
    """Return the days of the fiscal year that ends in `year` (or of one quarter or half of it).

    A fiscal year that starts in January is the calendar year.

    >>> fiscal_span(2024, start_month=10, quarter=4)
    (datetime.date(2024, 7, 1), datetime.date(2024, 9, 30))
    """
    if not 1 <= start_month <= 12:
        return None
    size, index = (3, quarter or 1) if quarter else (6, half or 1) if half else (12, 1)
    if not 1 <= size * index <= 12:
        return None
    months_before = 12 * (year - (start_month > 1)) + start_month - 1
    start = month_start(months_before + size * (index - 1))
    end = month_start(months_before + size * index)
    return (start, end - timedelta(days=1)) if start and end else None


def fiscal_last_day(year: int, *, start_month: int, quarter: int | None = None, half: int | None = None) -> str | None:
    """Return the ISO date on which the fiscal year that ends in `year` (or a quarter or half of it) ends.

    >>> fiscal_last_day(2024, start_month=10), fiscal_last_day(2014, start_month=4)
    ('2024-09-30', '2014-03-31')
    """
    days = fiscal_span(year, start_month=start_month, quarter=quarter, half=half)
    return days[1].isoformat() if days else None


def month_start(number: int) -> date | None:
    """Return the first day of the month with this running number (12 × year + month − 1).

    >>> month_start(12 * 2025 + 5)
    datetime.date(2025, 6, 1)
    """
    year, month = divmod(number, 12)
    return day(year, month + 1, 1)


def add_months(start: date, count: int) -> date | None:
    """Return the day `count` months later, or the last day of that month where it is shorter.

    >>> add_months(date(2025, 1, 31), 1)
    datetime.date(2025, 2, 28)
    """
    first = month_start(12 * start.year + start.month - 1 + count)
    return first and first.replace(day=min(start.day, month_length(first.year, first.month)))


def add_days(start: date, count: int) -> date | None:
    """Return the day `count` days later, or None where the calendar ends.

    >>> add_days(date(2025, 1, 31), 1)
    datetime.date(2025, 2, 1)
    """
    try:
        return start + timedelta(days=count)
    except OverflowError:
        return None


def add_business_days(start: date, count: int) -> date | None:
    """Return the day that lies `count` working days (Monday to Friday) after `start`.

    >>> add_business_days(date(2025, 1, 31), 1)
    datetime.date(2025, 2, 3)
    """
    step = 1 if count >= 0 else -1
    weeks, rest = divmod(abs(count), 5)
    found = add_days(start, 7 * weeks * step)
    while found and rest:
        found = add_days(found, step)
        rest -= bool(found and found.weekday() < 5)
    return found
