"""Values of due times: the parts of a mention, and the year that the document carries over, become a normal form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

from policy_nlp.extraction.deadlines import DueMention
from policy_nlp.lexicon.load import table
from policy_nlp.normalization import calendar, numbers
from policy_nlp.normalization.iso import duration, rrule


@dataclass(frozen=True, slots=True)
class DueValue:
    """A normal form, or the reason why there is none. `year` is the year that it names, for what follows."""

    value: str | None
    kind: str
    reason: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a mention as numbers."""

    year: int | None
    month: int | None
    day: int | None
    quarter: int | None
    half: int | None
    part: str | None

    def last(self) -> str | None:
        """The last day of the smallest unit that is named."""
        return self._named(calendar.last_day)

    def first(self) -> str | None:
        """The first day of the smallest unit that is named."""
        return self._named(calendar.first_day)

    def _named(self, edge: Any) -> str | None:
        if self.year is None:
            return None
        part = self.part if self.month else None
        if self.part == "early" and not (self.month or self.quarter or self.half):
            return str(edge(self.year, 1))
        value: str | None = edge(self.year, self.month, self.day, self.quarter, self.half, part)
        return value


@lru_cache(maxsize=4096)
def _parsed(written: str, language: str) -> float | None:
    return numbers.parse(written, language=language)


class Reader:
    """Reads the parts of mentions in one language."""

    def __init__(self, language: str, *, fiscal_start: int = 1) -> None:
        self.language = language
        self.words: Mapping[str, Any] = table(language, "deadlines")["words"]
        self.fiscal_start = fiscal_start

    def value(self, mention: DueMention, carried: int | None) -> DueValue:
        """Return the value of `mention`, given the year that was named last."""
        form = _FORMS[mention.form]
        return form(self, mention, carried)

    def number(self, text: str | None) -> int | None:
        """Return the whole number that `text` writes, punctuation and unit aside."""
        if text is None:
            return None
        kept = text.strip().rstrip("年月份日号季度.").strip()
        months: Mapping[str, int] = self.words.get("months", {})
        if kept.lower().rstrip(".") in months:
            return months[kept.lower().rstrip(".")]
        value = _parsed(kept.removeprefix("第").strip(), self.language)
        return int(value) if value is not None else None

    def year(self, text: str | None, carried: int | None) -> int | None:
        """Return the year that `text` names, counted from the carried one where it is relative."""
        if text is None:
            return carried
        shift = self.words["relative_years"].get(text.strip().lower())
        if shift is not None:
            return carried + shift if carried is not None else None
        digits = "".join(
            str("〇一二三四五六七八九".find(c.replace("○", "〇").replace("零", "〇").replace("O", "〇")))
            if not c.isdigit()
            else c
            for c in text
            if c.isdigit() or c in "〇○零O一二三四五六七八九"
        )
        return int(digits) if len(digits) == 4 else None

    def parts(self, groups: Mapping[str, str], carried: int | None, prefix: str = "") -> Parts:
        """Return the parts whose group names begin with `prefix`."""
        words = self.words
        part = groups.get(f"{prefix}part")
        half = groups.get(f"{prefix}half")
        return Parts(
            self.year(groups.get(f"{prefix}year"), carried),
            self.number(groups.get(f"{prefix}month")),
            self.number(groups.get(f"{prefix}day")),
            self.number(groups.get(f"{prefix}quarter")),
            words["halves"].get(half.strip().lower()) if half else None,
            words["parts"].get(part.strip().lower()) if part else None,
        )


def _by(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    parts = reader.parts(mention.parts, carried)
    return _known(parts.last(), mention, parts.year)


def _known(value: str | None, mention: DueMention, year: int | None) -> DueValue:
    reason = None if value else ("no year is named before it" if year is None else "no such day")
    return DueValue(value, mention.kind, reason, year)


def _period(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    start = reader.parts(mention.parts, carried, "start_")
    groups = dict(mention.parts)
    if "end_month" not in groups and "end_day" in groups and start.month:
        groups["end_month"] = str(start.month)
    end = reader.parts(groups, start.year, "end_")
    if (
        start.year
        and end.year == start.year
        and end.month
        and start.month
        and end.month < start.month
        and "end_year" not in groups
    ):
        end = reader.parts(groups, start.year + 1, "end_")
    first, last = start.first(), end.last()
    return _known(f"{first}/{last}" if first and last else None, mention, end.year)


def _phase(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    """`集中攻坚(2024年)`: a year or month that names a phase."""
    parts = reader.parts(mention.parts, carried)
    first, last = parts.first(), parts.last()
    return _known(f"{first}/{last}" if first and last else None, mention, parts.year)


def _from(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    parts = reader.parts(mention.parts, carried, "start_")
    if parts.part is not None:
        return DueValue(None, mention.kind, "a part of a month names no day", parts.year)
    first = parts.first()
    years = reader.number(mention.parts.get("years"))
    return _known(f"{first}/{_years_later(first, years)}" if first else None, mention, parts.year)


def _years_later(first: str, years: int | None) -> str:
    """The last day of a stretch of whole years, or the sign of an open end."""
    if years is None:
        return ".."
    year, month, day = map(int, first.split("-"))
    end = calendar.add_months(date(year, month, day), 12 * years)
    return (end - timedelta(days=1)).isoformat() if end else ".."


def _five_year(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    last = reader.words["five_years"][mention.parts["five_year"]]
    if mention.parts.get("part") in reader.words["inside"]:
        return DueValue(f"{last - 4}-01-01/{last}-12-31", "period", None, None)
    year = last - 4 if reader.words["parts"].get(mention.parts["part"]) == "early" else last
    return DueValue(f"{year}-12-31", "by", None, None)


def _vague(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    return DueValue(
        None, mention.kind, f"{mention.reason}: no day is named", reader.year(mention.parts.get("year"), carried)
    )


def _yearly(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    parts = reader.parts(mention.parts, carried)
    second = reader.number(mention.parts.get("second_month"))
    by: dict[str, int | str] = {"month": f"{parts.month},{second}" if second else parts.month or 12}
    if parts.day:
        by["monthday"] = parts.day
    elif parts.part == "late":
        by["monthday"] = calendar.month_length(2023, parts.month) if parts.month else -1
    elif parts.part:
        by["monthday"] = {"early": 10, "mid": 20}[parts.part]
    return DueValue(rrule("YEARLY", **by), mention.kind)


def _yearly_end(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    early = reader.words["parts"].get(mention.parts["part"]) == "early"
    return DueValue(rrule("YEARLY", month=1) if early else rrule("YEARLY", month=12, monthday=31), mention.kind)


def _yearly_half(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    half = reader.words["halves"][mention.parts["half"].strip().lower()]
    return DueValue(rrule("YEARLY", month=6 * half, monthday=30 if half == 1 else 31), mention.kind)


def _monthly(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    parts = reader.parts(mention.parts, carried)
    day = parts.day or {"early": 10, "mid": 20, "late": -1}.get(parts.part or "", -1)
    return DueValue(rrule("MONTHLY", monthday=day), mention.kind)


def _quarterly(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    day = reader.number(mention.parts.get("day") or mention.parts.get("first"))
    if day:
        return DueValue(rrule("MONTHLY", 3, monthday=day), mention.kind)
    return DueValue(
        rrule("MONTHLY", 3, monthday=-1) if mention.parts.get("part") else rrule("MONTHLY", 3), mention.kind
    )


def _weekly(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    day = reader.words["weekdays"].get((mention.parts.get("weekday") or "").lower())
    return DueValue(rrule("WEEKLY", day=day) if day else rrule("WEEKLY"), mention.kind)


def _every(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    unit = reader.words["units"][mention.parts["unit"].strip().lower()]
    count = mention.parts.get("high") or mention.parts.get("count")
    value = numbers.parse(count.strip(), language=reader.language) if count else 1
    freq, step = _FREQUENCIES[unit]
    if value == 0.5:
        freq, step = {"YEARLY": ("MONTHLY", 6), "MONTHLY": ("WEEKLY", 2)}.get(freq, (freq, 1))
        value = 1
    interval = step * int(value or 1)
    if freq == "MONTHLY" and interval == 12:
        freq, interval = "YEARLY", 1
    return DueValue(rrule(freq, interval), mention.kind)


_FREQUENCIES = {
    "year": ("YEARLY", 1),
    "half": ("MONTHLY", 6),
    "quarter": ("MONTHLY", 3),
    "month": ("MONTHLY", 1),
    "week": ("WEEKLY", 1),
    "day": ("DAILY", 1),
    "hour": ("HOURLY", 1),
}


def _within(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    count = numbers.parse(mention.parts["count"].strip(), language=reader.language)
    unit = "day" if mention.parts.get("working") else reader.words["units"][mention.parts["unit"].strip().lower()]
    if count is None:
        return DueValue(None, mention.kind, "the number cannot be read")
    if count == 0.5:
        return DueValue({"year": "P6M", "month": "P15D", "day": "PT12H"}.get(unit), mention.kind)
    return DueValue(_duration(int(count), unit), mention.kind)


def _duration(count: int, unit: str) -> str:
    match unit:
        case "year":
            return duration(years=count)
        case "half":
            return duration(months=6 * count)
        case "quarter":
            return duration(months=3 * count)
        case "month":
            return duration(months=count)
        case "week":
            return duration(weeks=count)
        case "hour" | "minute":
            return f"PT{count}{unit[0].upper()}"
        case _:
            return duration(days=count)


_FORMS: dict[str, Any] = {
    "by": _by,
    "by_year": _by,
    "period": _period,
    "from": _from,
    "phase": _phase,
    "five_year": _five_year,
    "vague": _vague,
    "yearly": _yearly,
    "yearly_end": _yearly_end,
    "yearly_half": _yearly_half,
    "monthly": _monthly,
    "quarterly": _quarterly,
    "weekly": _weekly,
    "every": _every,
    "within": _within,
}


@cache
def reader(language: str, fiscal_start: int = 1) -> Reader:
    """Return the reader of a language."""
    return Reader(language, fiscal_start=fiscal_start)
