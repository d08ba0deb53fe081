"""Going one step down: from a stretch of days to the smaller stretch that a step picks in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce

from policy_nlp.normalization import calendar
from policy_nlp.normalization.calendar import Days
from policy_nlp.normalization.times.lunar import lunar_day, solar_term
from policy_nlp.normalization.times.paths import How, Step
from policy_nlp.normalization.times.settings import Settings
from policy_nlp.normalization.times.shifting import shift

_MONTHS = {"quarter": 3, "half": 6, "month": 1, "year": 12}


@dataclass(frozen=True, slots=True)
class Now:
    """What relative dates count from, and how the language reads what is left open."""

    day: date
    settings: Settings
    fiscal_start: int | None = None


def narrow(days: Days | None, steps: tuple[Step, ...], now: Now) -> Days | None:
    """Return the days that the steps pick, one after the other, in `days` (None: no container); None where there are none."""
    if not steps:
        return days
    first, rest = steps[0], steps[1:]
    found = _open(first, now) if days is None else _inside(days, first, now)
    return reduce(lambda inner, step: inner and _inside(inner, step, now), rest, found)


def _open(step: Step, now: Now) -> Days | None:
    if step.unit == "fiscal" or (step.unit == "pair" and now.fiscal_start):
        return _fiscal(step, now)
    if step.how is How.EXACT:
        return exact(step)
    if step.unit == "season":
        return _season_from(step.number, now)
    if step.how is How.RELATIVE:
        return relative(step, now.day)
    if step.how is How.SHIFT:
        return shift((now.day, now.day), step, exact=now.settings.shift_exact)
    return None


def _fiscal(step: Step, now: Now) -> Days | None:
    start = now.fiscal_start
    if start is None:
        return None
    present = now.day.year + (start > 1 and now.day.month >= start)
    year = step.number if step.how is How.EXACT else present + step.number
    return calendar.fiscal_span(year, start_month=start)


def _season_from(offset: int, now: Now) -> Days | None:
    """Return the season so many seasons from the one that the reference date lies in, or that came last before it."""
    years = [calendar.months(now.day.year + shift, 1, 12) for shift in range(-3, 4)]
    steps = [Step(How.NTH, "season", number) for number in range(4)]
    found = [_season(days, step, now.settings) for days in years if days for step in steps]
    seasons = sorted(days for days in found if days)
    index = max((i for i, days in enumerate(seasons) if days[0] <= now.day), default=0) + offset
    return seasons[index] if 0 <= index < len(seasons) else None


def exact(step: Step) -> Days | None:
    """Return the days of a numbered year, decade or century."""
    size = {"year": 1, "pair": 2, "plan": 5, "decade": 10, "century": 100}[step.unit]
    first = {"pair": step.number - 1, "century": 100 * (step.number - 1)}.get(step.unit, step.number)
    return _years(first, size)


def _years(first: int, count: int) -> Days | None:
    start, end = calendar.day(first, 1, 1), calendar.day(first + count, 1, 1)
    return (start, end - timedelta(days=1)) if start and end else None


def relative(step: Step, day: date) -> Days | None:
    """Return the days of the unit that lies `step.number` units from the one that `day` is in."""
    if step.unit in _MONTHS:
        return aligned_months(day, step.number, _MONTHS[step.unit])
    if step.unit in ("week", "weekend", "workweek"):
        return _week_part(calendar.add_days(day, 7 * step.number - day.weekday()), step.unit)
    if step.unit == "decade":
        return _years((day.year // 10 + step.number) * 10, 10)
    if step.unit == "century":
        return _years((day.year // 100 + step.number) * 100, 100)
    moved = calendar.add_days(day, step.number)
    return (moved, moved) if moved else None


def aligned_months(day: date, offset: int, size: int, count: int = 1) -> Days | None:
    """Return `count` stretches of `size` months each, beginning `offset` stretches after the one that `day` is in."""
    first = (12 * day.year + day.month - 1) // size + offset
    start, end = calendar.month_start(first * size), calendar.month_start((first + count) * size)
    return (start, end - timedelta(days=1)) if start and end else None


def _week_part(monday: date | None, unit: str) -> Days | None:
    first, last = {"week": (0, 6), "weekend": (5, 6), "workweek": (0, 4)}[unit]
    start = monday and calendar.add_days(monday, first)
    end = monday and calendar.add_days(monday, last)
    return (start, end) if start and end else None


def _inside(days: Days, step: Step, now: Now) -> Days | None:
    if step.how is How.PART:
        return _part(days, step, now.settings)
    if step.how is How.RELATIVE:
        return _same_position(days, step, now.day)
    if step.how in (How.FIRST, How.LAST):
        return _run(days, step)
    if step.how is How.REST:
        return (now.day, days[1]) if days[0] <= now.day <= days[1] else None
    if step.how is How.SHIFT:
        return shift(days, step, exact=now.settings.shift_exact)
    if step.how is How.AROUND:
        return relative(step, days[0])
    return _NTH[step.unit](days, step, now.settings) if step.unit in _NTH else None


def _part(days: Days, step: Step, settings: Settings) -> Days | None:
    if step.unit in ("month", "week", "day"):
        first, last = settings.parts[step.unit][step.word]
        start = calendar.add_days(days[0], first - 1)
        end = days[1] if last < 0 else calendar.add_days(days[0], last - 1)
        return (start, min(end, days[1])) if start and end else None
    first, last = settings.parts["year" if step.unit in ("fiscal", "pair") else step.unit][step.word]
    months = _month_count(days)
    if step.unit == "pair" and months == 24:
        first, last = 2 * first - 1, 2 * last
    return aligned_months(days[0], first - 1, 1, min(last, months) - first + 1) if first <= months else None


def _month_count(days: Days) -> int:
    return 12 * (days[1].year - days[0].year) + days[1].month - days[0].month + 1


def _same_position(days: Days, step: Step, day: date) -> Days | None:
    if step.unit == "day":
        moved = calendar.add_days(day, step.number)
        found = moved and calendar.day(days[0].year, moved.month, moved.day)
        return (found, found) if found else None
    moved = calendar.add_months(day, step.number) if step.unit == "month" else day
    found = moved and calendar.day(days[0].year, moved.month, 1)
    return relative(Step(How.RELATIVE, step.unit), found) if found else None


def _run(days: Days, step: Step) -> Days | None:
    if step.unit in _MONTHS:
        return _month_run(days, step)
    size = step.number * (7 if step.unit == "week" else 1) - 1
    if step.how is How.FIRST:
        end = calendar.add_days(days[0], size)
        return (days[0], min(end, days[1])) if end else None
    start = calendar.add_days(days[1], -size)
    return (max(start, days[0]), days[1]) if start else None


def _month_run(days: Days, step: Step) -> Days | None:
    size = _MONTHS[step.unit] * step.number
    if size > _month_count(days) or size < 1:
        return None
    if step.how is How.FIRST:
        return aligned_months(days[0], 0, 1, size)
    return aligned_months(days[1], 1 - size, 1, size)


def _months_nth(days: Days, step: Step, _: Settings) -> Days | None:
    size, available = _MONTHS[step.unit], _month_count(days)
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
    return _week_part(monday, "week") if monday and first <= monday <= days[1] else None


def _first_monday(days: Days) -> date:
    start = days[0]
    if _month_count(days) == 12:
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


def _season(days: Days, step: Step, settings: Settings) -> Days | None:
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
    return _years(days[0].year // 100 * 100 + step.number % 100, 10)


_NTH: dict[str, Callable[[Days, Step, Settings], Days | None]] = {
    "half": _months_nth,
    "quarter": _months_nth,
    "month": _months_nth,
    "monthday": _monthday,
    "day": _day,
    "week": _week,
    "weekday": _weekday,
    "tenday": _tenday,
    "halfmonth": _halfmonth,
    "season": _season,
    "holiday": _holiday,
    "decade": _decade,
    "lunar": _lunar,
}
