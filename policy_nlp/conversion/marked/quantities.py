"""Quantities of targets as one word: `>=75%`, `->=10%` for a fall by at least that much, `=3~5家` for a range."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from policy_nlp.schema import Number, Quantity

_NUMBER = r"-?\d{1,400}(?:\.\d{1,400})?(?:e[+-]?\d{1,3})?"
_QUANTITY = re.compile(
    rf"(?P<op>[<>]=|[<>=~+-])(?P<bound>(?<=[+-])(?:[<>]=|[<>=~]))?(?P<low>{_NUMBER})(?:~(?P<high>{_NUMBER}))?(?P<unit>.*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """What a target asks for: the comparison, its bound for a change, the value and the unit."""

    op: str
    bound: str | None
    value: Quantity
    unit: str | None


def read_quantity(written: str) -> Measure:
    """Return the measure that is written; ValueError where it is none.

    >>> read_quantity(">=75%")
    Measure(op='>=', bound=None, value=75, unit='%')
    >>> read_quantity("->=10%").bound, read_quantity("=3~5家").value
    ('>=', (3, 5))
    """
    found = _QUANTITY.fullmatch(written)
    if not found:
        raise ValueError(f"{written!r} is no quantity: a comparison, a number and a unit were expected, as in >=75%")
    low = _number(found["low"])
    value = low if found["high"] is None else (low, _number(found["high"]))
    return Measure(found["op"], found["bound"], value, found["unit"] or None)


def write_quantity(measure: Measure) -> dict[str, str]:
    """Return the attributes that say a measure: `value`, and what one word cannot say beside it.

    >>> write_quantity(Measure("-", ">=", 10, "%"))
    {'value': '->=10%'}
    """
    ends = measure.value if isinstance(measure.value, tuple) else (measure.value,)
    figures = "~".join(json.dumps(end) for end in ends)
    whole = f"{measure.op}{measure.bound or ''}{figures}{measure.unit or ''}"
    if _read_back(whole) == measure:
        return {"value": whole}
    return {"value": measure.op + figures, "bound": measure.bound or "-", "unit": _said(measure.unit)}


def _read_back(written: str) -> Measure | None:
    """The measure that `written` gives; a number is told from a float of the same size."""
    try:
        return read_quantity(written)
    except ValueError:
        return None


def _number(written: str) -> Number:
    value = json.loads(written)
    assert isinstance(value, int | float)
    return value


def _said(unit: str | None) -> str:
    return "-" if unit is None else unit
