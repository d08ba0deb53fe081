"""Durations, recurrences and days as text: ISO 8601 and iCalendar."""

from __future__ import annotations

from datetime import date

Amount = int | float
_BY = ("month", "monthday", "day", "hour")


def duration(
    *,
    years: Amount = 0,
    months: Amount = 0,
    weeks: Amount = 0,
    days: Amount = 0,
    business_days: Amount = 0,
    hours: Amount = 0,
    minutes: Amount = 0,
    seconds: Amount = 0,
) -> str:
    """Return an ISO 8601 duration; working days, which ISO does not know, are written BD and stand alone.

    >>> duration(years=1, months=6), duration(weeks=2), duration(business_days=15), duration(hours=36)
    ('P1Y6M', 'P2W', 'P15BD', 'PT36H')
    """
    if business_days:
        return f"P{_amount(business_days)}BD"
    dated = _parts({"Y": years, "M": months, "W": weeks, "D": days})
    timed = _parts({"H": hours, "M": minutes, "S": seconds})
    return "P" + (dated or "" if dated or timed else "0D") + (f"T{timed}" if timed else "")


def _parts(amounts: dict[str, Amount]) -> str:
    return "".join(f"{_amount(amount)}{letter}" for letter, amount in amounts.items() if amount)


def _amount(value: Amount) -> str:
    return str(int(value)) if value == int(value) else repr(float(value))


def rrule(freq: str, interval: int = 1, **by: int | str) -> str:
    """Return an iCalendar recurrence rule; `by` may name month, monthday, day (MO … SU) and hour.

    >>> rrule("YEARLY", month=12, monthday=20), rrule("MONTHLY", 3), rrule("WEEKLY", day="MO")
    ('FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20', 'FREQ=MONTHLY;INTERVAL=3', 'FREQ=WEEKLY;BYDAY=MO')
    """
    parts = [f"FREQ={freq.upper()}"]
    if interval != 1:
        parts.append(f"INTERVAL={interval}")
    parts += [f"BY{name.upper()}={by[name]}" for name in _BY if name in by]
    return ";".join(parts)


def first_and_last_day(value: str | None) -> tuple[date | None, date | None]:
    """Return the days between which a day or a period lies, each None where `value` does not give it.

    >>> first_and_last_day("2025-12-31"), first_and_last_day("P90D")
    ((None, datetime.date(2025, 12, 31)), (None, None))
    """
    start, _, end = (value or "").rpartition("/")
    return _day(start), _day(end)


def last_day(value: str | None) -> date | None:
    """Return the day up to which a day or a period lasts, or None where `value` gives none.

    >>> last_day("2025-03-01/2025-10-31")
    datetime.date(2025, 10, 31)
    """
    return first_and_last_day(value)[1]


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
