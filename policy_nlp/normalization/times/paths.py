"""A date as it is written: steps from the largest named unit down to the smallest, not yet put on the calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

RANKS = {
    "century": 10,
    "decade": 9,
    "year": 8,
    "fiscal": 8,
    "pair": 8,
    "plan": 8.5,
    "half": 7,
    "season": 6,
    "quarter": 6,
    "month": 5,
    "halfmonth": 4,
    "tenday": 4,
    "week": 3,
    "workweek": 3,
    "weekend": 3,
    "day": 2,
    "monthday": 2,
    "weekday": 2,
    "holiday": 2,
    "lunar": 2,
    "business_day": 2,
    "hour": 1,
    "minute": 0,
    "second": -1,
}
"""How large the units are; units of one rank cannot stand in each other."""


class How(Enum):
    """How a step picks its days out of the stretch before it."""

    EXACT = "exact"  # a year, decade or century by its number
    RELATIVE = "relative"  # counted from the reference date
    NTH = "nth"  # the n-th unit inside; negative numbers count from the end
    FIRST = "first"  # the first n units inside
    LAST = "last"  # the last n units inside
    PART = "part"  # early, mid, late; the word names an entry of the lexicon's table of parts
    SHIFT = "shift"  # so long before or after
    AROUND = "around"  # the whole unit that contains the days so far
    REST = "rest"  # from the reference date to the end of the stretch


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: amounts by unit, largest first; `longest` where a range of lengths is given."""

    amounts: tuple[tuple[str, Fraction], ...]
    longest: tuple[tuple[str, Fraction], ...] = ()
    vague: bool = False

    def finest(self) -> str:
        """Return the smallest unit that has an amount."""
        return min((unit for unit, _ in self.amounts), key=RANKS.__getitem__)


@dataclass(frozen=True, slots=True)
class Step:
    """One step down: how it picks, in which unit, and its number or word."""

    how: How
    unit: str
    number: int = 0
    word: str = ""
    weekday: int | None = None
    length: Length | None = None

    def rank(self) -> float:
        """Return the size of what the step picks."""
        return RANKS[self.unit] - (0.5 if self.how is How.PART else 0)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in seconds since midnight, or a stretch of the day."""

    start: int
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from large to small, and the time of day where one is written."""

    steps: tuple[Step, ...]
    clock: Clock | None = None

    def coarsest(self) -> Step:
        """Return the largest step."""
        return self.steps[0]

    def finest(self) -> Step:
        """Return the smallest step."""
        return self.steps[-1]

    def anchored(self) -> bool:
        """Whether the path needs no container: it names its year or counts from the reference date."""
        return self.steps[0].how in (How.EXACT, How.RELATIVE, How.SHIFT)


@dataclass(frozen=True, slots=True)
class Range:
    """Two ends, either of which may be open. An end may be left out (`before` a day) or included."""

    first: Path | None
    last: Path | None
    after_first: bool = False  # starts on the day after `first`
    before_last: bool = False  # ends on the day before `last` begins
    borrowed_first: bool = False  # `first` has its larger units from `last`


@dataclass(frozen=True, slots=True)
class Rolling:
    """So many units up to or from the reference date; `aligned` to whole units of the calendar."""

    length: Length
    sign: int
    within: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """A recurrence: frequency, interval and the parts that fix the day."""

    freq: str
    interval: int = 1
    by: tuple[tuple[str, int | str], ...] = ()


Value = Path | Range | Rolling | Repeat | Length
"""What a phrase can mean."""


def year(number: int) -> Path:
    """Return the path of a year."""
    return Path((Step(How.EXACT, "year", number),))


def nth(unit: str, number: int, weekday: int | None = None) -> Path:
    """Return the path of the n-th unit of whatever contains it."""
    return Path((Step(How.NTH, unit, number, weekday=weekday),))


def relative(unit: str, number: int) -> Path:
    """Return the path of the unit that lies `number` units from the present one."""
    return Path((Step(How.RELATIVE, unit, number),))


def written(year_number: int | None, month: int | None = None, day: int | None = None) -> Path:
    """Return the path of a date in figures; without a year it needs a container."""
    steps = [] if year_number is None else [Step(How.EXACT, "year", year_number)]
    if month is not None:
        steps.append(Step(How.NTH, "month", month))
    if day is not None:
        steps.append(Step(How.NTH, "monthday", day))
    return Path(tuple(steps))


def join(one: Path, other: Path) -> Path | None:
    """Return one path from two that name different units, in whichever order they stand; None where they do not nest.

    >>> joined = join(nth("monthday", 5), nth("month", 6))
    >>> [step.unit for step in joined.steps]
    ['month', 'monthday']
    """
    if _nests(one, other):
        return Path(one.steps + other.steps, other.clock or one.clock)
    if _nests(other, one):
        return Path(other.steps + one.steps, one.clock or other.clock)
    return None


_INSIDE = {
    "century": ("decade", "year"),
    "decade": ("year",),
    "year": ("half", "season", "quarter", "month", "week", "day", "holiday", "lunar"),
    "fiscal": ("half", "quarter"),
    "pair": ("half", "quarter"),
    "half": ("quarter", "month", "week", "day"),
    "quarter": ("month", "week", "day"),
    "month": ("halfmonth", "week", "day", "monthday", "weekday", "tenday"),
    "week": ("weekday", "day"),
}


def _nests(outer: Path, inner: Path) -> bool:
    step, first = outer.finest(), inner.coarsest()
    if first.how in (How.EXACT, How.SHIFT) or step.how in (How.PART, How.SHIFT) or outer.clock:
        return False
    if first.how is How.RELATIVE:
        return step.unit == "year" and first.unit in ("month", "day", "quarter", "week") and first.number == 0
    if first.how in (How.PART, How.REST):
        return first.unit == step.unit
    if step.how in (How.FIRST, How.LAST):
        return False
    if first.unit == "weekday" and (first.weekday is None) != (step.unit == "week"):
        return False
    return first.unit in _INSIDE.get(step.unit, ())


def with_clock(path: Path, clock: Clock) -> Path:
    """Return the path at a time of day."""
    return replace(path, clock=clock)


@dataclass(frozen=True, slots=True)
class Count:
    """A number or an ordinal with the text that it was written as."""

    value: Fraction
    text: str

    def whole(self) -> int | None:
        """Return the number if it is a whole one of ordinary size."""
        return int(self.value) if self.value.denominator == 1 and abs(self.value) < 1_000_000 else None


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word of the lexicon in the text: its category, what it stands for, and where it ends."""

    category: str
    value: object
    end: int
