"""Days of the Chinese lunisolar calendar from 1900 to 2099, and its solar terms."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from importlib.resources import files

_LONG, _SHORT = 30, 29
_CENTURY_STEP = 0.2422
Year = tuple[date, int, tuple[int, ...]]
"""The first day, the month that comes twice (0: none) and the lengths of all months."""


@cache
def _years() -> dict[int, Year]:
    path = files("policy_nlp.normalization.times") / "lunar.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return {int(line[:4]): _year(line) for line in lines}


def _year(line: str) -> Year:
    number, start, double, lengths = line.split("\t")
    return (
        date.fromisoformat(f"{number}-{start}"),
        int(double),
        tuple(_LONG if length == "+" else _SHORT for length in lengths),
    )


def lunar_day(year: int, month: int, day: int) -> date | None:
    """Return the day of a lunar date; day −1 is the last of its month. None outside the table.

    >>> lunar_day(2020, 8, 15), lunar_day(2020, 12, -1), lunar_day(2020, 8, 31)
    (datetime.date(2020, 10, 1), datetime.date(2021, 2, 11), None)
    """
    known = _years().get(year)
    if known is None or not 1 <= month <= 12:
        return None
    start, double, lengths = known
    index = month - 1 + (0 < double < month)
    number = lengths[index] if day == -1 else day
    return start + timedelta(days=sum(lengths[:index]) + number - 1) if 1 <= number <= lengths[index] else None


def solar_term(year: int, month: int, constant: float) -> date | None:
    """Return the day of a solar term from the constant of its formula, which holds from 2000 to 2099.

    >>> solar_term(2025, 4, 4.81)
    datetime.date(2025, 4, 4)
    """
    if not 2000 <= year < 2100:
        return None
    short = year % 100
    leap_days = (short - 1 if month < 3 else short) // 4
    return date(year, month, int(short * _CENTURY_STEP + constant) - leap_days)
