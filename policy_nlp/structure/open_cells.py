"""Cells that their line does not close: they go on over the following lines, up to one that ends with the bar."""

from __future__ import annotations

_MOST_LINES = 60
_REACH = 8000
"""How many characters behind its line a cell is looked for the bar that closes it."""


def close_of(folded: str, start: int, end: int) -> int:
    """Return the end of the line that closes the last cell of the row at `[start, end)`; `end` where that is itself.

    Only lines that open no row of their own can belong to the cell; a stray bar before one counts as nothing.

    >>> text = "| Work | Repair the dam\\nand the lock. |\\n| Lead | Water Board |"
    >>> text[23 : close_of(text, 0, 23)]
    '\\nand the lock. |'
    """
    if folded[start:end].rstrip().endswith("|"):
        return end
    stop, limit = end, min(len(folded), end + _REACH)
    for _ in range(_MOST_LINES):
        begin = stop + 1
        stop = _line_end(folded, begin, limit)
        line = folded[begin:stop].strip()
        if stop < 0 or _opens_row(line) or line.startswith("#"):
            return end
        if line.endswith("|"):
            return stop
    return end


def _line_end(folded: str, begin: int, limit: int) -> int:
    """Where the line ends, or -1 where it does not within reach."""
    stop = folded.find("\n", begin, limit)
    return limit if stop < 0 and begin < limit == len(folded) else stop


def _opens_row(line: str) -> bool:
    """Whether the line has cells of its own: a bar before it, and others inside."""
    return line.startswith("|") and "|" in line[1:].rstrip("| ")
