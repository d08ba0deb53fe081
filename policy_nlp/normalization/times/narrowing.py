"""Going one step down: from a stretch of days to the smaller stretch that a step picks in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import reduce

from policy_nlp.normalization import calendar
from policy_nlp.normalization.calendar import Days
from policy_nlp.normalization.times.paths import How, Step
from policy_nlp.normalization.times.picking import (
    MONTHS,
    NTH,
    aligned_months,
    month_count,
    season,
    week_part,
    whole_years,
)
from policy_nlp.normalization.times.settings import Settings
from policy_nlp.normalization.times.shifting import shift


@dataclass(frozen=True, slots=True)
class Now:
    """What relative dates count from, and how the language reads what is left open."""

    day: date
    settings: Settings
    fiscal_start: int | None = None


def narrow(days: Days | None, steps: tuple[Step, ...], now: Now) -> Days | None:
    """Return the days that the steps pick, one after the other, in `days`, which is None without a container."""
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
    found = [season(days, step, now.settings) for days in years if days for step in steps]
    seasons = sorted(days for days in found if days)
    index = max((i for i, days in enumerate(seasons) if days[0] <= now.day), default=0) + offset
    return seasons[index] if 0 <= index < len(seasons) else None


def exact(step: Step) -> Days | None:
    """Return the days of a numbered year, decade or century."""
    size = {"year": 1, "pair": 2, "plan": 5, "decade": 10, "century": 100}[step.unit]
    first = {"pair": step.number - 1, "century": 100 * (step.number - 1)}.get(step.unit, step.number)
    return whole_years(first, size)


def relative(step: Step, day: date) -> Days | None:
    """Return the days of the unit that lies `step.number` units from the one that `day` is in."""
    if step.unit in MONTHS:
        return aligned_months(day, step.number, MONTHS[step.unit])
    if step.unit in ("week", "weekend", "workweek"):
        return week_part(calendar.add_days(day, 7 * step.number - day.weekday()), step.unit)
    if step.unit == "decade":
        return whole_years((day.year // 10 + step.number) * 10, 10)
    if step.unit == "century":
        return whole_years((day.year // 100 + step.number) * 100, 100)
    moved = calendar.add_days(day, step.number)
    return (moved, moved) if moved else None


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
    return NTH[step.unit](days, step, now.settings) if step.unit in NTH else None


def _part(days: Days, step: Step, settings: Settings) -> Days | None:
    if step.unit in ("month", "week", "day"):
        first, last = settings.parts[step.unit][step.word]
        start = calendar.add_days(days[0], first - 1)
        end = days[1] if last < 0 else calendar.add_days(days[0], last - 1)
        return (start, min(end, days[1])) if start and end else None
    first, last = settings.parts["year" if step.unit in ("fiscal", "pair") else step.unit][step.word]
    months = month_count(days)
    if step.unit == "pair" and months == 24:
        first, last = 2 * first - 1, 2 * last
    return aligned_months(days[0], first - 1, 1, min(last, months) - first + 1) if first <= months else None


def _same_position(days: Days, step: Step, day: date) -> Days | None:
    if step.unit == "day":
        moved = calendar.add_days(day, step.number)
        found = moved and calendar.day(days[0].year, moved.month, moved.day)
        return (found, found) if found else None
    moved = calendar.add_months(day, step.number) if step.unit == "month" else day
    found = moved and calendar.day(days[0].year, moved.month, 1)
    return relative(Step(How.RELATIVE, step.unit), found) if found else None


def _run(days: Days, step: Step) -> Days | None:
    if step.unit in MONTHS:
        return _month_run(days, step)
    size = step.number * (7 if step.unit == "week" else 1) - 1
    if step.how is How.FIRST:
        end = calendar.add_days(days[0], size)
        return (days[0], min(end, days[1])) if end else None
    start = calendar.add_days(days[1], -size)
    return (max(start, days[0]), days[1]) if start else None


def _month_run(days: Days, step: Step) -> Days | None:
    size = MONTHS[step.unit] * step.number
    if size > month_count(days) or size < 1:
        return None
    if step.how is How.FIRST:
        return aligned_months(days[0], 0, 1, size)
    return aligned_months(days[1], 1 - size, 1, size)
