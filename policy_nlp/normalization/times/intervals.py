"""The two ends of an interval, each placed with regard to the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from policy_nlp.normalization.calendar import Days
from policy_nlp.normalization.times.narrowing import Now, narrow, relative
from policy_nlp.normalization.times.paths import How, Range, Step
from policy_nlp.normalization.times.placing import CONTAINERS, candidates, days_of


def firsts(value: Range, now: Now) -> list[Days | None]:
    """Return what the first end can be: of a date without a year, one for each year around."""
    if value.first is None:
        return [None]
    if value.last is None or value.first.anchored():
        found: Sequence[Days | None] = [days_of(value.first, now)]
    else:
        found = candidates(value.first, now)
    return [days for days in found if days]


def gap(pair: tuple[Days | None, Days | None], day: date) -> tuple[int, int]:
    """Return how far a day lies outside an interval, and how far from its start."""
    first, last = pair
    if first is None:
        return 0, 0
    end = (last or first)[1]
    return max((first[0] - day).days, (day - end).days, 0), abs((day - first[0]).days)


def last_of(value: Range, first: Days | None, now: Now) -> Days | None:
    """Return the last end; without a year of its own it is the first such date that does not lie before the start."""
    path = value.last
    if path is None or first is None or path.anchored() or path.coarsest().unit not in CONTAINERS:
        return days_of(path, now) if path else None
    container = CONTAINERS[path.coarsest().unit]
    for offset in range(9):
        days = narrow(relative(Step(How.RELATIVE, container, offset), first[0]), path.steps, now)
        if days and days[1] >= first[0]:
            return days
    return None


def reordered(value: Range, first: Days, last: Days, now: Now) -> tuple[Days | None, Days | None]:
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
