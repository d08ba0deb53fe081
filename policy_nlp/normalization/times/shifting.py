"""Moving dates by a length of time, forwards and backwards."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from policy_nlp.normalization import calendar
from policy_nlp.normalization.calendar import Days
from policy_nlp.normalization.times.paths import Length, Step

MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
DAYS = {"day": 1, "week": 7, "weekend": 7, "weekday": 7}
_FURTHEST = 4_000_000


def moved(day: date | None, length: Length, sign: int) -> date | None:
    """Return `day` moved by the length, forwards or backwards; None where the calendar ends."""
    for unit, amount in length.amounts:
        day = day and _moved_by(day, unit, amount * sign)
    return day


def _moved_by(day: date, unit: str, amount: Fraction) -> date | None:
    if abs(amount) > _FURTHEST:
        return None
    if unit == "business_day":
        return calendar.add_business_days(day, int(amount))
    if unit not in MONTHS:
        return calendar.add_days(day, int(amount * DAYS.get(unit, 0)))
    months = amount * MONTHS[unit]
    whole = calendar.add_months(day, int(months))
    return whole and calendar.add_days(whole, int((months - int(months)) * 30))


def shift(days: Days, step: Step, *, exact: bool) -> Days | None:
    """Return where `days` lie after the step's shift: exact days, or the whole unit that the length counts."""
    if step.length is None:
        return None
    start = moved(days[0], step.length, step.number)
    if start is None or exact or days[0] != days[1]:
        end = moved(days[1], step.length, step.number)
        return (start, end) if start and end else None
    return _widened(start, step, days[0])


def _widened(start: date, step: Step, origin: date) -> Days | None:
    units = {unit for unit, _ in step.length.amounts} if step.length else set()
    whole = step.length is not None and all(amount.denominator == 1 for _, amount in step.length.amounts)
    if step.length and step.length.longest:
        furthest = moved(origin, Length(step.length.longest), step.number)
        return _ordered(start, furthest) if furthest else None
    if not units <= MONTHS.keys():
        return start, start
    if whole and units <= {"year", "decade", "century"}:
        return calendar.months(start.year, 1, 12)
    return calendar.months(start.year, start.month, start.month)


def _ordered(start: date, furthest: date) -> Days:
    first, last = min(start, furthest), max(start, furthest)
    return first.replace(month=1, day=1), last.replace(month=12, day=31)


def day_before(day: date) -> date | None:
    """Return the day before, or None at the start of the calendar."""
    return day - timedelta(days=1) if day > date.min else None


def day_after(day: date) -> date | None:
    """Return the day after, or None at the end of the calendar."""
    return day + timedelta(days=1) if day < date.max else None
