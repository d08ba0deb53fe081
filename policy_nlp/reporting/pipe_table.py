"""Tables in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_BAR = re.compile(r"(?<!\\)\|")


def pipe_table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, figures: bool = True) -> str:
    """Return `rows` under `headings`; `figures` sets all columns but the first to the right.

    >>> print(pipe_table(["layer", "F1"], [["a|b", "0.5"]]))
    | layer | F1 |
    | --- | ---: |
    | a\\|b | 0.5 |
    """
    rule = ["---"] + ["---:" if figures else "---"] * (len(headings) - 1)
    return "\n".join(f"| {' | '.join(map(_safe, line))} |" for line in [headings, rule, *rows])


def _safe(cell: str) -> str:
    return _BAR.sub(r"\\|", cell).replace("\n", " ")
