"""Building recurrences."""

from __future__ import annotations

from policy_nlp.normalization.times.paths import Count, How, Length, Path, Repeat

_UNITS = {
    "hour": ("HOURLY", 1),
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "half": ("MONTHLY", 6),
    "year": ("YEARLY", 1),
    "decade": ("YEARLY", 10),
}
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS = ",".join(WEEKDAYS[:5])


def every(unit: str) -> Repeat | None:
    """Return a recurrence in each unit."""
    return _every_so_many(1, unit)


def _every_so_many(number: int, unit: str) -> Repeat | None:
    """Return a recurrence in each n-th unit."""
    if unit == "weekend":
        return Repeat("WEEKLY", number, (("day", "SA,SU"),))
    if unit == "business_day":
        return Repeat("WEEKLY", number, (("day", _WORKDAYS),))
    if unit not in _UNITS:
        return None
    freq, size = _UNITS[unit]
    return Repeat(freq, size * number)


def every_count(count: Count, unit: str, *, skipped: int = 0) -> Repeat | None:
    """Return a recurrence in each n-th unit, `skipped` more where the phrase counts those left out (每隔一天)."""
    number = count.whole()
    return _every_so_many(number + skipped, unit) if number and number < 1000 else None


def every_other(unit: str) -> Repeat | None:
    """Return a recurrence in each second unit."""
    return _every_so_many(2, unit)


def often(*parts: int | str) -> Repeat | None:
    """Return the recurrence in each unit; how often in it is not part of the rule (twice a year)."""
    return every(str(parts[-1]))


def every_length(length: Length) -> Repeat | None:
    """Return a recurrence in the rhythm of a length (每半年, every six months)."""
    (unit, amount), *more = length.longest or length.amounts
    if more:
        return None
    if amount.denominator == 2 and unit == "year":
        return Repeat("MONTHLY", int(12 * amount))
    return _every_so_many(int(amount), unit) if amount.denominator == 1 and 0 < amount < 1000 else None


def every_weekday(weekday: int, *, interval: int = 1) -> Repeat:
    """Return a recurrence on a weekday."""
    return Repeat("WEEKLY", interval, (("day", WEEKDAYS[weekday]),))


def every_path(path: Path) -> Repeat | None:
    """Return a recurrence on a date of each year or month (every 5 May, 每年12月20日)."""
    if path.clock or any(step.how is not How.NTH for step in path.steps):
        return None
    by = {step.unit: step.number for step in path.steps}
    if set(by) == {"month", "monthday"}:
        return Repeat("YEARLY", 1, (("month", by["month"]), ("monthday", by["monthday"])))
    if set(by) == {"month"}:
        return Repeat("YEARLY", 1, (("month", by["month"]),))
    if set(by) == {"monthday"}:
        return Repeat("MONTHLY", 1, (("monthday", by["monthday"]),))
    return None


def unit_and_path(unit: str, path: Path) -> Repeat | None:
    """Return a recurrence that names the unit and the date in it (每年 3月, 每月 25日)."""
    found = every_path(path)
    return found if found and found.freq == (_UNITS.get(unit) or ("",))[0] else None


def _unit_and_part(unit: str, word: str) -> Repeat | None:
    """Return a recurrence at the end of each unit (每月底, 每年年底)."""
    if word != "end" or unit not in ("month", "year"):
        return None
    last: tuple[tuple[str, int | str], ...] = (("monthday", -1),)
    return Repeat("MONTHLY", 1, last) if unit == "month" else Repeat("YEARLY", 1, (("month", 12), ("monthday", 31)))


def adverb(text: str) -> Repeat:
    """Return the recurrence that a word stands for, written FREQ or FREQ/INTERVAL."""
    freq, _, interval = text.partition("/")
    if freq == "WORKDAYS":
        return Repeat("WEEKLY", 1, (("day", _WORKDAYS),))
    if freq == "WEEKENDS":
        return Repeat("WEEKLY", 1, (("day", "SA,SU"),))
    return Repeat(freq, int(interval or 1))


def day_of_every(path: Path, given: Repeat) -> Repeat | None:
    """Return a recurrence on a day of each month (the first day of each month)."""
    step = path.finest()
    if len(path.steps) > 1 or step.unit not in ("day", "monthday") or given != Repeat("MONTHLY"):
        return None
    return Repeat("MONTHLY", 1, (("monthday", step.number),))


def every_skipping(length: Length) -> Repeat | None:
    """Return a recurrence that leaves one unit out (每隔一天), or the rhythm that is named (每隔五年)."""
    (unit, amount), *more = length.amounts
    return _every_so_many(2, unit) if amount == 1 and not more else every_length(length)


def adverb_weekday(text: str, weekday: int) -> Repeat | None:
    """Return a recurrence on a weekday of each week, the week being named first (每周 星期一)."""
    return every_weekday(weekday) if text == "WEEKLY" else None


def adverb_path(text: str, path: Path) -> Repeat | None:
    """Return a recurrence on a date of each year or month (每年12月20日, 每月25日)."""
    found = every_path(path)
    return found if found and found.freq == text else None


def adverb_part(text: str, word: str) -> Repeat | None:
    """Return a recurrence at the end of each year or month (每年年底)."""
    return _unit_and_part({"YEARLY": "year", "MONTHLY": "month"}.get(text, ""), word)


def adverb_often(text: str, count: Count) -> Repeat:
    """Return the recurrence; how often in each unit is not part of the rule (每周两次)."""
    return adverb(text)


def length_often(length: Length, count: Count) -> Repeat | None:
    """Return the recurrence in the rhythm of a length (一年一次)."""
    return every_length(length)
