"""Picking the n-th unit out of a stretch of days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from policy_nlp.normalization import calendar
from policy_nlp.normalization.calendar import Days
from policy_nlp.normalization.times.lunar import lunar_day, solar_term
from policy_nlp.normalization.times.paths import How, Step
from policy_nlp.normalization.times.settings import Settings

MONTHS = {"quarter": 3, "half": 6, "month": 1, "year": 12}


def whole_years(first: int, count: int) -> Days | None:
    """Return the days of so many years from the first one on."""
    start, end = calendar.day(first, 1, 1), calendar.day(first + count, 1, 1)
    return (start, end - timedelta(days=1)) if start and end else None


def aligned_months(day: date, offset: int, size: int, count: int = 1) -> Days | None:
    """Return `count` stretches of `size` months each, beginning `offset` stretches after the one that `day` is in."""
    first = (12 * day.year + day.month - 1) // size + offset
    start, end = calendar.month_start(first * size), calendar.month_start((first + count) * size)
    return (start, end - timedelta(days=1)) if start and end else None


def week_part(monday: date | None, unit: str) -> Days | None:
    """Return the days of a week, a weekend or a working week from its Monday."""
    first, last = {"week": (0, 6), "weekend": (5, 6), "workweek": (0, 4)}[unit]
    start = monday and calendar.add_days(monday, first)
    end = monday and calendar.add_days(monday, last)
    return (start, end) if start and end else None


def month_count(days: Days) -> int:
    """Return how many months a stretch touches."""
    return 12 * (days[1].year - days[0].year) + days[1].month - days[0].month + 1


def _months_nth(days: Days, step: Step, _: Settings) -> Days | None:
    size, available = MONTHS[step.unit], month_count(days)
    number = step.number if step.number > 0 else available // size + 1 + step.number
    if step.unit == "month" and available < 12 and number > available:
        found = calendar.months(days[0].year, number, number)
        return found if found and days[0] <= found[0] <= days[1] else None
    return aligned_months(days[0], size * (number - 1), 1, size) if 1 <= size * number <= available else None


def _monthday(days: Days, step: Step, _: Settings) -> Days | None:
    found = calendar.day(days[0].year, days[0].month, step.number)
    return (found, found) if found else None


def _day(days: Days, step: Step, _: Settings) -> Days | None:
    found = (
        calendar.add_days(days[0], step.number - 1) if step.number > 0 else calendar.add_days(days[1], step.number + 1)
    )
    return (found, found) if found and days[0] <= found <= days[1] else None


def _week(days: Days, step: Step, _: Settings) -> Days | None:
    """Return the n-th week: of a year by ISO 8601, of a month counted from its first Monday."""
    first = _first_monday(days)
    monday = calendar.add_days(first, 7 * (step.number - 1))
    if step.number < 0:
        last = days[1] - timedelta(days=days[1].weekday() + (7 if days[1].weekday() < 6 else 0))
        monday = calendar.add_days(last, 7 * (step.number + 1))
    return week_part(monday, "week") if monday and first <= monday <= days[1] else None


def _first_monday(days: Days) -> date:
    start = days[0]
    if month_count(days) == 12:
        fourth = start.replace(day=4)
        return fourth - timedelta(days=min(fourth.weekday(), (fourth - date.min).days))
    return start + timedelta(days=-start.weekday() % 7)


def _weekday(days: Days, step: Step, _: Settings) -> Days | None:
    wanted = step.number if step.weekday is None else step.weekday
    index = 1 if step.weekday is None else step.number
    if index > 0:
        found = calendar.add_days(days[0], (wanted - days[0].weekday()) % 7 + 7 * (index - 1))
    else:
        found = calendar.add_days(days[1], -((days[1].weekday() - wanted) % 7) + 7 * (index + 1))
    return (found, found) if found and days[0] <= found <= days[1] else None


def _tenday(days: Days, step: Step, _: Settings) -> Days | None:
    parts = tuple(calendar.Part)
    return calendar.third(days, parts[step.number - 1]) if 1 <= step.number <= 3 else None


def _halfmonth(days: Days, step: Step, _: Settings) -> Days | None:
    middle = days[0].replace(day=15)
    return (days[0], middle) if step.number == 1 else (middle.replace(day=16), days[1])


def season(days: Days, step: Step, settings: Settings) -> Days | None:
    """Return the days of the season whose number the step holds; winter ends in the following year."""
    (month, day), (last_month, last_day) = settings.seasons[step.number]
    start = calendar.day(days[0].year, month, day)
    end = calendar.day(days[0].year + (last_month < month), last_month, last_day)
    return (start, end) if start and end else None


def _holiday(days: Days, step: Step, settings: Settings) -> Days | None:
    found = _feast(days[0].year, step.word, settings)
    return (found, found) if found else None


def _feast(year: int, name: str, settings: Settings) -> date | None:
    if name in settings.lunar_holidays:
        return lunar_day(year, *settings.lunar_holidays[name])
    if name in settings.solar_terms:
        return solar_term(year, *settings.solar_terms[name])
    rule = settings.holidays[name]
    if len(rule) == 2:
        return calendar.day(year, *rule)
    month, weekday, index = rule
    inside = calendar.months(year, month, month)
    found = inside and _weekday(inside, Step(How.NTH, "weekday", index, weekday=weekday), settings)
    return found and found[0]


def _lunar(days: Days, step: Step, _: Settings) -> Days | None:
    found = lunar_day(days[0].year, *divmod(step.number, 100))
    return (found, found) if found else None


def _decade(days: Days, step: Step, _: Settings) -> Days | None:
    return whole_years(days[0].year // 100 * 100 + step.number % 100, 10)


NTH: dict[str, Callable[[Days, Step, Settings], Days | None]] = {
    "half": _months_nth,
    "quarter": _months_nth,
    "month": _months_nth,
    "monthday": _monthday,
    "day": _day,
    "week": _week,
    "weekday": _weekday,
    "tenday": _tenday,
    "halfmonth": _halfmonth,
    "season": season,
    "holiday": _holiday,
    "decade": _decade,
    "lunar": _lunar,
}
