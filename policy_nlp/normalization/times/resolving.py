"""Putting what was read on the calendar: values in their normal form, given the reference date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction

from policy_nlp.normalization import iso
from policy_nlp.normalization.calendar import Days
from policy_nlp.normalization.mentions import Bounds, Interval, TimeKind
from policy_nlp.normalization.numbers import plain
from policy_nlp.normalization.times.intervals import firsts, gap, last_of, reordered
from policy_nlp.normalization.times.narrowing import Now
from policy_nlp.normalization.times.paths import Clock, How, Length, Path, Range, Repeat, Rolling, Value
from policy_nlp.normalization.times.picking import aligned_months
from policy_nlp.normalization.times.placing import days_of
from policy_nlp.normalization.times.settings import Settings
from policy_nlp.normalization.times.shifting import day_after, day_before, moved

Resolved = tuple[TimeKind, str | Interval | Bounds | None]
_SPARE = date(2000, 1, 1)


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
    pairs = [(first, last_of(value, first, now) if value.last else None) for first in firsts(value, now)]
    whole = [pair for pair in pairs if not (value.last and pair[1] is None)]
    if not whole:
        return None
    first, last = min(whole, key=lambda pair: gap(pair, now.day))
    if first and last and first[0] > last[1]:
        first, last = reordered(value, first, last, now)
        if first is None or last is None or first[0] > last[1]:
            return None
    return _ends(value, first, last)


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
