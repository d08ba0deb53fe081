"""Which marks of a layer stand around a place, found by bisection."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from policy_nlp.conversion.sheet import Mark
from policy_nlp.schema import Span


class Holders:
    """The marks of one layer, to be asked which of them hold a span."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        # Of two at one place the shorter, then the earlier one comes last: it is the first to be met on the way back.
        places = enumerate(marks)
        self._marks = [mark for _, mark in sorted(places, key=lambda at: (at[1].span[0], -at[1].span[1], -at[0]))]
        self._starts = [mark.span[0] for mark in self._marks]
        self._reach = list(accumulate((mark.span[1] for mark in self._marks), max))

    def innermost(self, span: Span) -> Mark | None:
        """Return the mark that holds `span` and begins nearest to it, or None.

        >>> Holders([Mark("a", "task", (0, 9)), Mark("b", "task", (2, 6))]).innermost((3, 5)).id
        'b'
        """
        index = bisect_right(self._starts, span[0]) - 1
        while index >= 0 and self._reach[index] >= span[1]:
            if self._marks[index].span[1] >= span[1]:
                return self._marks[index]
            index -= 1
        return None
