"""The year that a plan starts from: named in its title, or the one that it is dated with."""

from __future__ import annotations

import re

from policy_nlp.schema import Span

_YEAR = re.compile(r"(?<!\d)(20\d{2}|19\d{2})(?=\s?年|[-~/](?:20)?\d{2}|\b)")
_BEFORE = 3000


def first_year(text: str, plan: Span, title: Span | None) -> int | None:
    """Return the first year in the plan's title, else the last one before the plan or the last one in it, else None."""
    if title is not None:
        found = _YEAR.search(text, *title)
        if found:
            return int(found[1])
    before = [int(m[1]) for m in _YEAR.finditer(text, max(0, plan[0] - _BEFORE), plan[0])]
    if before:
        return before[-1]
    tail = [int(m[1]) for m in _YEAR.finditer(text, max(plan[0], plan[1] - 300), plan[1])]
    return tail[-1] if tail else None
