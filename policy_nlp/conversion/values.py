"""The value of a deadline or a target that a person has marked, read from its words as extraction reads them."""

from __future__ import annotations

from typing import Any

from policy_nlp.errors import SchemaError
from policy_nlp.normalize import Interval, quantities, times
from policy_nlp.schema import DeadlineKind

_UNREAD = "not read from its words"
_OPENINGS: dict[str | None, str] = {DeadlineKind.RECURRING: "FREQ=", DeadlineKind.RELATIVE: "P"}


def deadline_value(quote: str, kind: str | None, *, language: str) -> dict[str, Any]:
    """Return value and reason of a deadline; the value is None, with a reason, where the words alone give none.

    >>> deadline_value("2025年6月底前", "by", language="zh")
    {'value': '2025-06-30', 'reason': None}
    """
    read = (_as_stated(mention.value, kind) for mention in times(quote, language=language))
    value = next((found for found in read if found), None)
    return {"value": value, "reason": None if value else _UNREAD}


def _as_stated(value: object, kind: str | None) -> str | None:
    """The value in the form that its kind has, or None where it has another."""
    if isinstance(value, Interval):
        return _of_interval(value, kind)
    if not isinstance(value, str):
        return None
    if kind == DeadlineKind.BY:
        return value[:10] if value[:4].isdigit() else None
    return value if value.startswith(_OPENINGS.get(kind, "?")) else None


def _of_interval(value: Interval, kind: str | None) -> str | None:
    if kind == DeadlineKind.BY:
        return value.end
    return f"{value.start or '..'}/{value.end or '..'}" if kind == DeadlineKind.PERIOD else None


def target_value(quote: str, *, language: str) -> dict[str, Any]:
    """Return op, value and unit of a target; raises SchemaError where its words give no number.

    >>> target_value("不低于75%", language="zh")
    {'op': '>=', 'value': 75, 'unit': '%'}
    """
    numbers = [found for found in quantities(quote, language=language) if isinstance(found.value, int | float)]
    if not numbers:
        raise SchemaError(f"target {quote!r}: no value can be read from its words; note op and value")
    found = next((number for number in numbers if number.op), numbers[0])
    return {"op": found.op or "=", "value": found.value, "unit": "%" if set(quote) & {"%", "％"} else None}
