"""When what is due: a strip of bars, one a month, and the months with their deadlines below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from policy_nlp.normalization.iso import last_day
from policy_nlp.reporting.task_rows import TaskRow, task_rows
from policy_nlp.schema import Deadline, Document

_WIDTH = 640
_HEIGHT = 72


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline on the timeline: the anchor of its mark, its last day, its words, its task."""

    anchor: str
    day: str
    words: str
    task: TaskRow | None


@dataclass(frozen=True, slots=True)
class Bar:
    """A month as a bar of the strip, in its coordinates."""

    month: str
    count: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """Months in order with what is due in them, and what recurs or has no day."""

    months: tuple[tuple[str, tuple[Due, ...]], ...]
    undated: tuple[Due, ...]
    bars: tuple[Bar, ...]
    size: tuple[int, int] = (_WIDTH, _HEIGHT)


def timeline(document: Document) -> Timeline:
    """Return the deadlines of `document` in the order of their last days.

    >>> timeline(Document("a", "en", "Plan")).bars
    ()
    """
    rows = {row.id: row for row in task_rows(document)}
    months: defaultdict[str, list[Due]] = defaultdict(list)
    for index, deadline in enumerate(document.deadlines):
        last = last_day(deadline.value)
        months[f"{last:%Y-%m}" if last else ""].append(_due(f"d{index}", deadline, rows.get(deadline.task or "")))
    undated = tuple(months.pop("", ()))
    ordered = tuple((month, tuple(sorted(due, key=lambda one: one.day))) for month, due in sorted(months.items()))
    return Timeline(ordered, undated, _bars({month: len(due) for month, due in ordered}))


def _due(anchor: str, deadline: Deadline, row: TaskRow | None) -> Due:
    last = last_day(deadline.value)
    return Due(anchor, last.isoformat() if last else deadline.value or deadline.reason or "", deadline.quote, row)


def _bars(counts: dict[str, int]) -> tuple[Bar, ...]:
    """A bar for each month with something due, its place by the month, its height by how much is due."""
    if not counts:
        return ()
    numbers = {month: _number(month) for month in counts}
    first, last = min(numbers.values()), max(numbers.values())
    step = _WIDTH / max(last - first + 1, 1)
    highest = max(counts.values())
    return tuple(
        Bar(month, count, *_place(numbers[month] - first, step, count / highest)) for month, count in counts.items()
    )


def _place(index: int, step: float, share: float) -> Sequence[float]:
    height = round(share * _HEIGHT, 1)
    return round(index * step, 1), round(_HEIGHT - height, 1), round(max(step * 0.8, 1.5), 1), height


def _number(month: str) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number)
