"""Offsets as lines and columns."""

from __future__ import annotations

from bisect import bisect_right


class Lines:
    """Where the lines of a text begin."""

    def __init__(self, content: str) -> None:
        self._starts = [0, *(at + 1 for at, char in enumerate(content) if char == "\n")]

    def place(self, position: int) -> tuple[int, int]:
        """Return line and column of `position`, both from 1.

        >>> Lines("a\\nbc").place(3)
        (2, 2)
        """
        line = bisect_right(self._starts, position)
        return line, position - self._starts[line - 1] + 1
