"""The year that a plan starts from: named in its title, or the one that it is dated with."""

from __future__ import annotations

import re

from policy_nlp.schema import Span

_YEAR = re.compile(r"(?<!\d)(20\d{2}|19\d{2})(?=\s?年|[-~/](?:20)?\d{2}|\b)")
_DATE_LINE = re.compile(
    r"^.{0,60}?(?:(20\d{2})\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
    r"|\b(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}),? (20\d{2}))\s{0,20}$",
    re.MULTILINE,
)
_BEFORE = 3000


def first_year(text: str, plan: Span, title: Span | None) -> int | None:
    """Return the first year in the title, else the last before the plan, else that of the plan's last dated line."""
    if title is not None:
        found = _YEAR.search(text, *title)
        if found:
            return int(found[1])
    before = [int(m[1]) for m in _YEAR.finditer(text, max(0, plan[0] - _BEFORE), plan[0])]
    if before:
        return before[-1]
    dated = [int(m[1] or m[2]) for m in _DATE_LINE.finditer(text, *plan)]
    return dated[-1] if dated else None
