"""Placing a date that leaves its year, month or week open: at what lies nearest to the reference date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from policy_nlp.normalization.calendar import Days
from policy_nlp.normalization.times.narrowing import Now, narrow, relative
from policy_nlp.normalization.times.paths import How, Path, Step

_REACH = {"year": 8, "month": 2, "week": 0}


CONTAINERS = {
    "half": "year",
    "season": "year",
    "quarter": "year",
    "month": "year",
    "holiday": "year",
    "lunar": "year",
    "week": "year",
    "monthday": "month",
    "tenday": "month",
    "halfmonth": "month",
    "weekday": "week",
}


def days_of(path: Path, now: Now) -> Days | None:
    """Return the days of a path; what it leaves out is filled with what lies nearest to the reference date."""
    if path.anchored():
        return narrow(None, path.steps, now)
    found = [days for days in candidates(path, now) if days]
    return min(found, key=lambda days: _distance(days[0], now.day), default=None)


def _distance(day: date, reference: date) -> tuple[int, bool]:
    return abs((day - reference).days), day < reference


def candidates(path: Path, now: Now) -> Sequence[Days | None]:
    """Return what the path picks in each of the larger units around the reference date."""
    if path.coarsest().unit == "weekday" and path.coarsest().weekday is not None:
        return [narrow(relative(Step(How.RELATIVE, "month"), now.day), path.steps, now)]
    container = CONTAINERS.get(path.coarsest().unit)
    if container is None:
        return []
    offsets = _offsets(path.coarsest().unit, container, now)
    found = [narrow(relative(Step(How.RELATIVE, container, offset), now.day), path.steps, now) for offset in offsets]
    return _coming(found, path.coarsest().unit, now)


def _offsets(unit: str, container: str, now: Now) -> range:
    if unit == "weekday":
        return range(2) if now.settings.bare_weekday == "coming" else range(1)
    if unit == "monthday":
        return range(3)
    reach = _REACH[container]
    return range(-reach, reach + 1)


def _coming(found: Sequence[Days | None], unit: str, now: Now) -> Sequence[Days | None]:
    """Keep the one that the language means: a bare weekday or day of the month is the present or the coming one."""
    style = {"weekday": now.settings.bare_weekday, "monthday": now.settings.bare_monthday}.get(unit)
    if style is None:
        return found
    return [days for days in found if days and (style != "coming" or days[0] >= now.day)][:1]
