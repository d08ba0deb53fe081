"""Building times of day."""

from __future__ import annotations

from policy_nlp.normalization.times.paths import (
    Clock,
    Count,
    Path,
    relative,
    with_clock,
)


def timed(path: Path, clock: Clock) -> Path | None:
    """Return a day at a time of day; midnight adds nothing."""
    if path.clock or path.finest().unit not in ("monthday", "day", "weekday", "holiday", "lunar"):
        return None
    return path if clock == Clock(0) else with_clock(path, clock)


def timed_first(clock: Clock, path: Path) -> Path | None:
    """Return the same where the time is written first."""
    return timed(path, clock)


def tonight(window: str) -> Path:
    """Return a part of the present day, given in hours."""
    return with_clock(relative("day", 0), hours(window))


def night(offset: int, *, window: str) -> Path:
    """Return the night of a day that the word names (昨晚)."""
    return with_clock(relative("day", offset), hours(window))


def this_hours(offset: int, window: str) -> Path:
    """Return a part of the present day (this morning) or of the one before or after."""
    return with_clock(relative("day", offset), hours(window))


def clock(hour: int) -> Clock:
    """Return a time of day that has a name (noon)."""
    return Clock(hour * 3600)


def hours(window: str) -> Clock:
    """Return a part of the day, written as first and last hour."""
    first, last = (int(hour) for hour in window.split("-"))
    return Clock(first * 3600, last * 3600 if last < 24 else 24 * 3600 - 1)


def o_clock(count: Count, *, offset: int = 0) -> Clock | None:
    """Return the full hour (3 p.m., 下午3点)."""
    number = count.whole()
    return Clock((number % 12 + offset if offset or number < 13 else number) * 3600) if number and number < 25 else None


def o_clock_in(offset: int, count: Count) -> Clock | None:
    """Return the full hour in a part of the day (下午3点)."""
    return o_clock(count, offset=offset)


def now(word: str) -> Path:
    """Return the reference date itself at its time."""
    return with_clock(relative("day", 0), Clock(0))
