"""Building pieces of a larger unit: its early, middle and late part, its first and last units."""

from __future__ import annotations

from dataclasses import replace

from policy_nlp.normalization.times.paths import (
    Count,
    How,
    Path,
    Step,
    join,
    relative,
)

_DIVIDED = frozenset({"year", "fiscal", "pair", "plan", "half", "quarter", "month", "week"})


def part(path: Path, word: str) -> Path | None:
    """Return the part of a unit (6月底, late March)."""
    finest = path.finest()
    if finest.how in (How.PART, How.SHIFT) or finest.unit not in _DIVIDED:
        return None
    return replace(path, steps=(*path.steps, Step(How.PART, finest.unit, word=word)))


def part_first(word: str, path: Path) -> Path | None:
    """Return the same where the part is written first."""
    return part(path, word)


def part_of_this(word: str, unit: str) -> Path | None:
    """Return the part of the present unit (end of the month); of a year the start is its first quarter."""
    if unit not in _DIVIDED:
        return None
    return part(relative(unit, 0), "open" if word == "start" else word)


def part_of_unit(word: str, *, unit: str) -> Path | None:
    """Return the part, which a word names, of the present unit (年底)."""
    return part(relative(unit, 0), word)


def part_named(unit: str, *, word: str) -> Path | None:
    """Return the part, which the rule names, of the present unit (EOY)."""
    return part(relative(unit, 0), word)


def run(count: Count, unit: str, *, end: bool) -> Path | None:
    """Return the first or last n units of what follows or precedes (前两个季度)."""
    number = count.whole()
    if not number or number < 1 or unit not in ("year", "half", "quarter", "month", "week", "day"):
        return None
    return Path((Step(How.LAST if end else How.FIRST, unit, number),))


def run_this_year(count: Count, unit: str) -> Path | None:
    """Return the first n quarters of the present year (前三季度)."""
    piece = run(count, unit, end=False) if unit == "quarter" else None
    return piece and join(relative("year", 0), piece)


def around(unit: str, path: Path) -> Path | None:
    """Return the whole unit that contains a day (week of 16 September)."""
    if path.finest().unit not in ("monthday", "day", "weekday"):
        return None
    return replace(path, steps=(*path.steps, Step(How.AROUND, unit)))


def rest(*parts: int | str) -> Path | None:
    """Return what is left of the present unit."""
    unit = str(parts[-1])
    return Path((Step(How.RELATIVE, unit), Step(How.REST, unit))) if parts[:-1] in ((), (0,)) else None
