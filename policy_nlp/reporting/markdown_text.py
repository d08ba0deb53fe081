"""Text and tables as Markdown that shows a document's own words as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# What Markdown or the HTML inside it would take for markup.
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~&])")


def plain(content: str) -> str:
    """Return `content` on one line, each character that means something in Markdown escaped.

    >>> print(plain("a|b\\n<b>*c*"))
    a\\|b \\<b\\>\\*c\\*
    """
    return _MARKUP.sub(r"\\\1", " ".join(content.split()))


def pipe_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with a row of headings, its cells escaped.

    >>> print(pipe_table(["Task"], [["Survey"]]))
    | Task |
    | --- |
    | Survey |
    """
    lines = [
        [plain(cell) for cell in headings],
        ["---"] * len(headings),
        *([plain(cell) for cell in row] for row in rows),
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
