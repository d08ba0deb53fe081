"""Putting what was read on the calendar: values in their normal form, given the reference date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction

from policy_nlp.normalization import iso
from policy_nlp.normalization.calendar import Days
from policy_nlp.normalization.mentions import Bounds, Interval, TimeKind
from policy_nlp.normalization.numbers import plain
from policy_nlp.normalization.times.narrowing import Now, aligned_months, narrow, relative
from policy_nlp.normalization.times.paths import Clock, How, Length, Path, Range, Repeat, Rolling, Step, Value
from policy_nlp.normalization.times.settings import Settings
from policy_nlp.normalization.times.shifting import day_after, day_before, moved

Resolved = tuple[TimeKind, str | Interval | Bounds | None]
_SPARE = date(2000, 1, 1)
_REACH = {"year": 8, "month": 2, "week": 0}
_CONTAINERS = {
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


@dataclass(frozen=True, slots=True)
class Reference:
    """The day that relative dates count from, None where it is not known, and the settings of the language."""

    day: date | None
    settings: Settings
    fiscal_start: int | None = None


def resolve(value: Value, reference: Reference) -> Resolved | None:
    """Return the kind and the normal form of what was read; the form is None where the reference date is missing."""
    if isinstance(value, Length):
        return TimeKind.DURATION, _duration(value)
    if isinstance(value, Repeat):
        return TimeKind.RECURRENCE, iso.rrule(value.freq, value.interval, **dict(value.by))
    if isinstance(value, Rolling):
        return TimeKind.INTERVAL, _interval(_rolled(value, reference.day) if reference.day else None)
    if isinstance(value, Range):
        return _range(value, reference)
    return _path(value, reference)


def _path(path: Path, reference: Reference) -> Resolved | None:
    if not _known(path, reference):
        return TimeKind.INTERVAL, None
    days = days_of(path, _now(reference))
    if days is None:
        return None
    if path.clock is not None:
        return _clocked(days[0], path.clock)
    if days[0] == days[1]:
        return TimeKind.DATE, days[0].isoformat()
    return TimeKind.INTERVAL, _interval(days)


def _known(path: Path, reference: Reference) -> bool:
    """Whether all that the path counts from is given: the reference date, and the start of a fiscal year."""
    if path.coarsest().unit == "fiscal" and reference.fiscal_start is None:
        return False
    return reference.day is not None or path.coarsest().how is How.EXACT


def _now(reference: Reference) -> Now:
    return Now(reference.day or _SPARE, reference.settings, reference.fiscal_start)


def _clocked(day: date, clock: Clock) -> Resolved:
    start = _moment(day, clock.start)
    if clock.end is None:
        return TimeKind.DATETIME, start
    return TimeKind.DATETIME_INTERVAL, Interval(start, _moment(day, clock.end))


def _moment(day: date, seconds: int) -> str:
    return (datetime.combine(day, time()) + timedelta(seconds=min(seconds, 86_399))).isoformat()


def _interval(days: tuple[date | None, date | None] | None) -> Interval | None:
    if days is None:
        return None
    first, last = (day.isoformat() if day else None for day in days)
    return Interval(first, last)


def days_of(path: Path, now: Now) -> Days | None:
    """Return the days of a path; what it leaves out is filled with what lies nearest to the reference date."""
    if path.anchored():
        return narrow(None, path.steps, now)
    candidates = [days for days in _candidates(path, now) if days]
    return min(candidates, key=lambda days: _distance(days[0], now.day), default=None)


def _distance(day: date, reference: date) -> tuple[int, bool]:
    return abs((day - reference).days), day < reference


def _candidates(path: Path, now: Now) -> list[Days | None]:
    """Return what the path picks in each of the larger units around the reference date."""
    if path.coarsest().unit == "weekday" and path.coarsest().weekday is not None:
        return [narrow(relative(Step(How.RELATIVE, "month"), now.day), path.steps, now)]
    container = _CONTAINERS.get(path.coarsest().unit)
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


def _coming(found: list[Days | None], unit: str, now: Now) -> list[Days | None]:
    """Keep the one that the language means: a bare weekday or day of the month is the present or the coming one."""
    style = {"weekday": now.settings.bare_weekday, "monthday": now.settings.bare_monthday}.get(unit)
    if style is None:
        return found
    return [days for days in found if days and (style != "coming" or days[0] >= now.day)][:1]


def _duration(length: Length) -> str | Bounds:
    if length.longest:
        return Bounds(_iso(length.amounts), _iso(length.longest))
    return _iso(length.amounts)


_ISO = {
    "year": ("years", 1),
    "decade": ("years", 10),
    "century": ("years", 100),
    "half": ("months", 6),
    "quarter": ("months", 3),
    "month": ("months", 1),
    "week": ("weeks", 1),
    "weekend": ("days", 2),
    "workweek": ("weeks", 1),
    "day": ("days", 1),
    "business_day": ("business_days", 1),
    "hour": ("hours", 1),
    "minute": ("minutes", 1),
    "second": ("seconds", 1),
}


def _iso(amounts: tuple[tuple[str, Fraction], ...]) -> str:
    total: dict[str, Fraction] = {}
    for unit, amount in amounts:
        name, size = _ISO[unit]
        total[name] = total.get(name, Fraction(0)) + amount * size
    return iso.duration(**{name: plain(amount) for name, amount in total.items()})


def _rolled(rolling: Rolling, day: date) -> tuple[date | None, date | None] | None:
    (unit, amount), *more = rolling.length.amounts
    if unit in ("quarter", "half") and not more and amount.denominator == 1 and not rolling.within:
        size, count = (3 if unit == "quarter" else 6), int(amount)
        return aligned_months(day, 1 if rolling.sign > 0 else -count, size, count) if 0 < count < 40_000 else None
    far = moved(day, Length(rolling.length.longest or rolling.length.amounts), rolling.sign)
    if far is None:
        return None
    if rolling.within:
        return (day, day_before(far)) if rolling.sign > 0 else (day_after(far), day)
    return (day_after(day), far) if rolling.sign > 0 else (far, day_before(day))


def _range(value: Range, reference: Reference) -> Resolved | None:
    ends = [path for path in (value.first, value.last) if path]
    if not all(_known(path, reference) for path in ends):
        return TimeKind.INTERVAL, None
    now = _now(reference)
    pairs = [(first, _last(value, first, now) if value.last else None) for first in _firsts(value, now)]
    whole = [pair for pair in pairs if not (value.last and pair[1] is None)]
    if not whole:
        return None
    first, last = min(whole, key=lambda pair: _gap(pair, now.day))
    if first and last and first[0] > last[1]:
        first, last = _reordered(value, first, last, now)
        if first is None or last is None or first[0] > last[1]:
            return None
    return _ends(value, first, last)


def _firsts(value: Range, now: Now) -> list[Days | None]:
    """Return what the first end can be: of a date without a year, one for each year around."""
    if value.first is None:
        return [None]
    if value.last is None or value.first.anchored():
        found = [days_of(value.first, now)]
    else:
        found = _candidates(value.first, now)
    return [days for days in found if days]


def _gap(pair: tuple[Days | None, Days | None], day: date) -> tuple[int, int]:
    """Return how far a day lies outside an interval, and how far from its start."""
    first, last = pair
    if first is None:
        return 0, 0
    end = (last or first)[1]
    return max((first[0] - day).days, (day - end).days, 0), abs((day - first[0]).days)


def _last(value: Range, first: Days | None, now: Now) -> Days | None:
    """Return the last end; without a year of its own it is the first such date that does not lie before the start."""
    path = value.last
    if path is None or first is None or path.anchored() or path.coarsest().unit not in _CONTAINERS:
        return path and days_of(path, now)
    container = _CONTAINERS[path.coarsest().unit]
    for offset in range(9):
        days = narrow(relative(Step(How.RELATIVE, container, offset), first[0]), path.steps, now)
        if days and days[1] >= first[0]:
            return days
    return None


def _reordered(value: Range, first: Days, last: Days, now: Now) -> tuple[Days | None, Days | None]:
    """Move the end that borrowed its year from the other one (Nov–Feb 2017) so that the interval runs forwards."""
    head, tail = value.first, value.last
    if head is None or tail is None or head.coarsest() != tail.coarsest() or len(tail.steps) < 2:
        return first, last
    top = tail.coarsest()
    if top.how not in (How.EXACT, How.RELATIVE) or top.unit not in ("year", "month"):
        return first, last
    earlier = replace(head, steps=(replace(top, number=top.number - 1), *head.steps[1:]))
    later = replace(tail, steps=(replace(top, number=top.number + 1), *tail.steps[1:]))
    if value.borrowed_first:
        return days_of(earlier, now), last
    return first, days_of(later, now)


def _ends(value: Range, first: Days | None, last: Days | None) -> Resolved | None:
    start = first and (day_after(first[1]) if value.after_first else first[0])
    end = last and (day_before(last[0]) if value.before_last else last[1])
    if first and last and value.last and value.last.finest().word == "start":
        end = last[0]
    clocks = (value.first and value.first.clock, value.last and value.last.clock)
    if start and end and clocks[0] and clocks[1]:
        span = Interval(_moment(start, clocks[0].start), _moment(end, clocks[1].end or clocks[1].start))
        return TimeKind.DATETIME_INTERVAL, span
    return (TimeKind.INTERVAL, _interval((start, end))) if start or end else None
