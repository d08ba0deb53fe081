"""What is found in a text: a span, its quote, and the value in a normal form."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Number = int | float


class TimeKind(StrEnum):
    """What a time expression denotes."""

    DATE = "date"
    DATETIME = "datetime"
    INTERVAL = "interval"
    DATETIME_INTERVAL = "datetime_interval"
    DURATION = "duration"
    RECURRENCE = "recurrence"


class QuantityKind(StrEnum):
    """What a quantity expression denotes."""

    NUMBER = "number"
    PERCENT = "percent"
    COMPARISON = "comparison"


@dataclass(frozen=True, slots=True)
class Interval:
    """Two days (or moments), both included; None is an open end."""

    start: str | None
    end: str | None

    def to_json(self) -> dict[str, Any]:
        """Return the interval as an object with the keys start and end."""
        return {"start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Bounds:
    """A range of numbers or of durations; None is an open end."""

    min: Number | str | None
    max: Number | str | None
    min_inclusive: bool = True
    max_inclusive: bool = True

    def to_json(self) -> dict[str, Any]:
        """Return the range as an object; of durations without the two flags, which then say nothing."""
        ends: dict[str, Any] = {"min": self.min, "max": self.max}
        if isinstance(self.min, str) or isinstance(self.max, str):
            return ends
        return ends | {"min_inclusive": self.min_inclusive, "max_inclusive": self.max_inclusive}


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression. `value` is None where it depends on a reference date that is not given."""

    start: int
    end: int
    quote: str
    kind: TimeKind
    value: str | Interval | Bounds | None

    def to_json(self) -> dict[str, Any]:
        """Return the mention as a JSON object."""
        return _head(self) | {"value": _plain(self.value)}


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity expression: a number, a percentage in points, or a comparison with its operator."""

    start: int
    end: int
    quote: str
    kind: QuantityKind
    value: Number | Bounds
    op: str | None = None
    unit: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the mention as a JSON object; `op` only where there is one."""
        op = {} if self.op is None else {"op": self.op}
        return _head(self) | {"value": _plain(self.value)} | op | {"unit": self.unit}


def _head(mention: TimeMention | QuantityMention) -> dict[str, Any]:
    return {"start": mention.start, "end": mention.end, "quote": mention.quote, "kind": mention.kind.value}


def _plain(value: object) -> Any:
    return value.to_json() if isinstance(value, Interval | Bounds) else value
