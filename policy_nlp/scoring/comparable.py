"""One form for things that count as equal: spans that differ at the rim, values that are written in two ways."""

from __future__ import annotations

import re
from collections.abc import Hashable

from policy_nlp.schema import Quantity, Span

_OPENING_MARKS = frozenset("*#|>-–—•●■◆▪‣·○")
_CLOSING_MARKS = frozenset("*|。.;；,，)）")
_PERCENT = frozenset({"%", "％", "per cent", "percent", "百分比"})
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_EVERY_TWELVE_MONTHS = frozenset({"FREQ=MONTHLY", "INTERVAL=12"})


def core(span: Span, text: str) -> Span:
    """Return `span` without white space, bullets, Markdown marks and closing punctuation at its rims.

    >>> core((0, 7), "- 开展排查。")
    (2, 6)
    """
    start, end = span
    while start < end and (text[start].isspace() or text[start] in _OPENING_MARKS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _CLOSING_MARKS):
        end -= 1
    return start, end


def due_value(value: str | None) -> Hashable:
    """Return one form for deadlines that mean the same: `P12M` is `P1Y`, and the parts of an RRULE have no order.

    >>> due_value("P12M") == due_value("P1Y")
    True
    >>> due_value("FREQ=MONTHLY;BYMONTHDAY=25") == due_value("RRULE:FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=25")
    True
    """
    if value is None:
        return None
    written = value.strip().upper().replace(" ", "")
    rule = written.removeprefix("RRULE:")
    if rule.startswith("FREQ="):
        return _recurrence(rule)
    duration = _DURATION.fullmatch(written)
    return _duration(duration) if duration and any(duration.groups()) else written


def quantity(value: Quantity | None) -> Hashable:
    """Return one form for equal numbers and ranges: 75 is 75.0.

    >>> quantity((5, 10)) == quantity((5.0, 10.0))
    True
    """
    if isinstance(value, tuple):
        return tuple(round(float(end), 6) for end in value)
    return None if value is None else round(float(value), 6)


def measure(unit: str | None) -> str:
    """Return `%` for per cent and "" for everything else: how other units are worded is not judged.

    >>> measure("per cent"), measure("万元")
    ('%', '')
    """
    return "%" if (unit or "").strip().lower() in _PERCENT else ""


def _recurrence(rule: str) -> frozenset[str]:
    parts = frozenset(part for part in rule.split(";") if part) - {"INTERVAL=1"}
    if parts >= _EVERY_TWELVE_MONTHS:
        return parts - _EVERY_TWELVE_MONTHS | {"FREQ=YEARLY"}
    return parts


def _duration(match: re.Match[str]) -> tuple[str, int, int]:
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    return "duration", 12 * years + months, 7 * weeks + days
