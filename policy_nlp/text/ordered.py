"""Finding what stands at a place by bisection, so that a long text costs no more for each look."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from policy_nlp.schema import Span


class Placed(Protocol):
    """Whatever begins somewhere in the text."""

    @property
    def start(self) -> int:
        """Where it begins."""


T = TypeVar("T", bound=Placed)


def within(items: Sequence[T], low: int, high: int) -> Sequence[T]:
    """Return those of `items`, which are in the order of the text, that begin in `[low, high)`.

    >>> [part.start for part in within([slice(0, 2), slice(4, 6), slice(6, 9)], 1, 6)]
    [4]
    """
    return items[bisect_left(items, low, key=_start) : bisect_left(items, high, key=_start)]


def _start(item: Placed) -> int:
    return item.start


class Ordered:
    """Spans in the order of the text that do not overlap; the answers are their indices."""

    def __init__(self, spans: Iterable[Span]) -> None:
        found = list(spans)
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]

    def beginning(self, low: int, high: int) -> range:
        """Return the spans that begin in `[low, high)`.

        >>> list(Ordered([(0, 2), (4, 6), (6, 9)]).beginning(1, 6))
        [1]
        """
        return range(bisect_left(self._starts, low), bisect_left(self._starts, high))

    def touching(self, low: int, high: int) -> range:
        """Return the spans that share a character with `[low, high)`.

        >>> list(Ordered([(0, 2), (4, 6), (6, 9)]).touching(1, 6))
        [0, 1]
        """
        return range(bisect_right(self._ends, low), bisect_left(self._starts, high))

    def around(self, position: int) -> int | None:
        """Return the span that holds the character at `position`, or None.

        >>> Ordered([(0, 2), (4, 6)]).around(5), Ordered([(0, 2), (4, 6)]).around(2)
        (1, None)
        """
        place = bisect_right(self._starts, position) - 1
        return place if place >= 0 and position < self._ends[place] else None
