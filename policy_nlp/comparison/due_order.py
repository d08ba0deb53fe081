"""Whether a local due time is earlier or later than the template's: a partial order, "incomparable" is an answer."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from policy_nlp.comparison.lexicon import lexicon
from policy_nlp.comparison.records import Order
from policy_nlp.comparison.substance import flat
from policy_nlp.schema import Deadline, DeadlineKind

_DATED = (DeadlineKind.BY, DeadlineKind.PERIOD)
_DURATION = re.compile(r"^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(\d{1,4})H)?$")
_HOURS = 24
_PER_YEAR = {"YEARLY": 1.0, "MONTHLY": 12.0, "WEEKLY": 52.0, "DAILY": 365.0}


def due_order(
    template: Deadline, local: Deadline, *, language: str, local_language: str | None = None, issued: date | None = None
) -> Order:
    """Return how the local due time stands to the template's; `issued` is the day from which a relative one counts.

    `local_language` is the local plan's where it is not the template's.

    >>> early = Deadline("2025年底前", (0, 7), DeadlineKind.BY, "2025-12-31")
    >>> late = Deadline("2026年6月底前", (0, 9), DeadlineKind.BY, "2026-06-30")
    >>> due_order(early, late, language="zh").value, due_order(late, early, language="zh").value
    ('laxer', 'stricter')
    """
    if template.value is not None and (template.kind, template.value) == (local.kind, local.value):
        return Order.EQUAL
    if template.value is None or local.value is None:
        return Order.EQUAL if flat(template.quote) == flat(local.quote) else Order.INCOMPARABLE
    if template.kind is DeadlineKind.RECURRING is local.kind:
        return _recurring(_parts(template.value), _parts(local.value))
    if template.kind is DeadlineKind.RELATIVE is local.kind:
        return _relative(_days(template, language), _days(local, local_language or language))
    return _dated(_end(template, issued), _end(local, issued))


def _dated(template: date | None, local: date | None) -> Order:
    return Order.INCOMPARABLE if template is None or local is None else _less_is_stricter(template, local)


def _less_is_stricter(template: object, local: object) -> Order:
    if template == local:
        return Order.EQUAL
    return Order.STRICTER if local < template else Order.LAXER  # type: ignore[operator]


def _end(deadline: Deadline, issued: date | None) -> date | None:
    """Return the last day; None where there is none, or none that can be known."""
    value = deadline.value or ""
    if deadline.kind in _DATED:
        end = value.split("/")[-1]
        return None if end in ("", "..") else date.fromisoformat(end)
    found = _DURATION.match(value)
    if deadline.kind is not DeadlineKind.RELATIVE or issued is None or found is None:
        return None
    years, months, weeks, days, hours = (int(part or 0) for part in found.groups())
    return _after(issued, 12 * years + months) + timedelta(weeks=weeks, days=days, hours=hours)


def _after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _days(deadline: Deadline, language: str) -> tuple[float, float] | None:
    """Return the fewest and the most days that a duration can mean; working days stretch over weekends."""
    found = _DURATION.match(deadline.value or "")
    if found is None:
        return None
    years, months, weeks, days, hours = (int(part or 0) for part in found.groups())
    if lexicon(language).working_days.search(deadline.quote):
        return days + 2 * (days // 5), days + 2 * (days // 5 + 1)
    months += 12 * years
    rest = 7 * weeks + days + hours / _HOURS
    return months * 365 // 12 - (months > 0) + rest, months * 366 // 12 + (months > 0) + rest


def _relative(template: tuple[float, float] | None, local: tuple[float, float] | None) -> Order:
    if template is None or local is None:
        return Order.INCOMPARABLE
    if template == local or (template[0] <= local[1] and local[0] <= template[1] and _near(template, local)):
        return Order.EQUAL
    if local[1] <= template[0]:
        return Order.STRICTER
    return Order.LAXER if template[1] <= local[0] else Order.INCOMPARABLE


def _near(template: tuple[float, float], local: tuple[float, float]) -> bool:
    """三个月 and 90天 are meant alike; two exact lengths are not."""
    if template[0] == template[1] and local[0] == local[1]:
        return False
    return template[1] - template[0] <= 4 and local[1] - local[0] <= 4 and abs(template[0] - local[0]) <= 2


def _parts(rule: str) -> Mapping[str, str]:
    return dict(part.split("=", 1) for part in rule.split(";") if "=" in part)


def _recurring(template: Mapping[str, str], local: Mapping[str, str]) -> Order:
    """More often is stricter; just as often, an earlier day is."""
    often, less_often = _per_year(template), _per_year(local)
    if often is None or less_often is None:
        return Order.INCOMPARABLE
    if often != less_often:
        return Order.STRICTER if less_often > often else Order.LAXER
    return _same_frequency(_day(template), _day(local))


def _same_frequency(template: tuple[int, ...], local: tuple[int, ...]) -> Order:
    if not template or not local:
        return Order.EQUAL if template == local else Order.LAXER if template else Order.STRICTER
    return _less_is_stricter(template, local) if len(template) == len(local) else Order.INCOMPARABLE


def _per_year(rule: Mapping[str, str]) -> float | None:
    base = _PER_YEAR.get(rule.get("FREQ", ""))
    if base is None:
        return None
    times = 1
    for name in ("BYMONTH", "BYMONTHDAY", "BYDAY"):
        times *= len(rule.get(name, "x").split(","))
    return base * times / int(rule.get("INTERVAL", "1"))


def _day(rule: Mapping[str, str]) -> tuple[int, ...]:
    """Return the month and day by which each time is due; the last day of a month counts as its 31st."""
    found: list[int] = []
    for name in ("BYMONTH", "BYMONTHDAY"):
        for number in rule.get(name, "").split(","):
            if number.lstrip("-").isdigit():
                found.append(31 if number == "-1" else int(number))
    return tuple(found)
