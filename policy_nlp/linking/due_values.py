"""Values of due times: the parts of a mention, and the year that the document carries over, become a normal form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from policy_nlp.extraction.deadlines import DueMention
from policy_nlp.linking.due_parts import Parts, Reader
from policy_nlp.normalization import calendar, numbers
from policy_nlp.normalization.iso import duration, rrule


@dataclass(frozen=True, slots=True)
class DueValue:
    """A normal form, or the reason why there is none. `year` is the year that it names, for what follows."""

    value: str | None
    kind: str
    reason: str | None = None
    year: int | None = None


def due_value(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    """Return the value of `mention`, given the year that was named last."""
    return _FORMS[mention.form](reader, mention, carried)


Form = Callable[[Reader, DueMention, int | None], DueValue]


def _by(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    parts = reader.parts(mention.parts, carried)
    return _known(parts.last(), mention, parts.year)


def _quarter(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    """`due Q2`: the quarter of the year carried over, where the issuer's years are those of the calendar."""
    return _by(reader, mention, carried if reader.fiscal.start == 1 else None)


def _known(value: str | None, mention: DueMention, year: int | None) -> DueValue:
    return DueValue(value, mention.kind, None if value else _why_not(mention, year), year)


def _why_not(mention: DueMention, year: int | None) -> str:
    if year is not None:
        return "no such day"
    fiscal = any(name.endswith("fiscal") for name in mention.parts)
    return "nothing tells when its fiscal year begins" if fiscal else "no year is named before it"


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


def _ending(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    """`March to June 2025`: what closes a period, its year and a lone month, holds for its beginning too."""
    groups = _one_month(mention.parts)
    end = reader.parts(groups, carried, "end_")
    start = reader.parts(groups, end.year, "start_")
    if "start_year" not in mention.parts and end.year and start.month and end.month and start.month > end.month:
        start = replace(start, year=end.year - 1)
    first, last = start.first(), end.last()
    return _known(f"{first}/{last}" if first and last else None, mention, end.year)


def _one_month(groups: Mapping[str, str]) -> Mapping[str, str]:
    """`3 to 9 March`, `March 3-9`: the month that is named once is that of both days."""
    if "start_day" not in groups or "end_day" not in groups:
        return groups
    month = {"start_month": groups.get("end_month", ""), "end_month": groups.get("start_month", "")}
    return {**month, **groups}


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
    years = reader.number(mention.parts.get("within") or mention.parts.get("years"))
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


def _numeric(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    """`15/03/2026`: the day comes first, but not with slashes where the issuer is one that puts the month first."""
    first, second = int(mention.parts["first_number"]), int(mention.parts["second_number"])
    month_first = mention.parts["sign"] == "/" and reader.fiscal.start in reader.words["month_first"]
    day, month = (second, first) if (month_first and first <= 12) or second > 12 else (first, second)
    year = reader.year(mention.parts["year"], carried) or 0
    return _known(calendar.last_day(year, month, day) if month <= 12 else None, mention, year)


def _vague(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    return DueValue(
        None, mention.kind, f"{mention.reason}: no day is named", reader.year(mention.parts.get("year"), carried)
    )


def _holiday(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    """`国庆节前`: a holiday that falls on the same day every year."""
    year = reader.year(mention.parts.get("year"), carried)
    month, day = reader.words["holidays"][mention.parts["holiday"]]
    return _known(calendar.last_day(year, month, day) if year else None, mention, year)


def _yearly(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    parts = reader.parts(mention.parts, carried)
    second = reader.number(mention.parts.get("second_month"))
    month: int | str = f"{parts.month},{second}" if second else parts.month or 12
    day = parts.day or _day_of(parts)
    return DueValue(rrule("YEARLY", month=month, monthday=day) if day else rrule("YEARLY", month=month), mention.kind)


def _day_of(parts: Parts) -> int | None:
    """The day at which a part of a month ends."""
    if parts.part == "late":
        return calendar.month_length(2023, parts.month) if parts.month else -1
    return {"early": 10, "mid": 20}.get(parts.part or "")


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
    day = reader.number(mention.parts.get("day") or mention.parts.get("first") or mention.parts.get("last"))
    if day:
        return DueValue(rrule("MONTHLY", 3, monthday=day), mention.kind)
    return DueValue(
        rrule("MONTHLY", 3, monthday=-1) if mention.parts.get("part") else rrule("MONTHLY", 3), mention.kind
    )


def _weekly(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    day = reader.words["weekdays"].get((mention.parts.get("weekday") or "").lower())
    return DueValue(rrule("WEEKLY", day=day) if day else rrule("WEEKLY"), mention.kind)


def _times(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    """`twice a year`: so many times in a unit."""
    written = mention.parts["times"].strip().lower()
    count = reader.words["times"].get(written) or reader.number(written.split()[0]) or 1
    if count == 1:
        return DueValue(
            rrule(*_FREQUENCIES[reader.words["units"][mention.parts["unit"].strip().lower()]]), mention.kind
        )
    freq, step = {"year": ("MONTHLY", 12), "quarter": ("MONTHLY", 3), "week": ("DAILY", 7)}.get(
        reader.words["units"][mention.parts["unit"].strip().lower()], ("MONTHLY", 1)
    )
    if step % count:
        return DueValue(None, mention.kind, "the days between the times are not named")
    return DueValue("FREQ=YEARLY" if step // count == 12 else rrule(freq, step // count), mention.kind)


def _every(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    unit = reader.words["units"][mention.parts["unit"].strip().lower()]
    count = mention.parts.get("high") or mention.parts.get("count")
    value = _count(reader, count)
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
    "biennium": ("YEARLY", 2),
    "bimester": ("MONTHLY", 2),
    "fortnight": ("WEEKLY", 2),
}


def _count(reader: Reader, written: str | None) -> float | None:
    """How many of a unit: one where no number stands before it (`the next year`, `a week`)."""
    if written is None or written.strip().lower() in reader.words.get("articles", ()):
        return 1
    return numbers.parse(written.strip().lower(), language=reader.language)


def _within(reader: Reader, mention: DueMention, carried: int | None) -> DueValue:
    count = _count(reader, mention.parts.get("count"))
    unit = "day" if mention.parts.get("working") else reader.words["units"][mention.parts["unit"].strip().lower()]
    if count is None:
        return DueValue(None, mention.kind, "the number cannot be read")
    if count == 0.5:
        return DueValue({"year": "P6M", "month": "P15D", "day": "PT12H", "hour": "PT30M"}.get(unit), mention.kind)
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
        case "week" | "fortnight":
            return duration(weeks=count * (1 + (unit == "fortnight")))
        case "hour" | "minute":
            return f"PT{count}{unit[0].upper()}"
        case _:
            return duration(days=count)


_FORMS: dict[str, Form] = {
    "by": _by,
    "by_year": _by,
    "due": _by,
    "quarter": _quarter,
    "numeric": _numeric,
    "period": _period,
    "ending": _ending,
    "from": _from,
    "phase": _phase,
    "five_year": _five_year,
    "vague": _vague,
    "holiday": _holiday,
    "yearly": _yearly,
    "yearly_end": _yearly_end,
    "yearly_half": _yearly_half,
    "monthly": _monthly,
    "quarterly": _quarterly,
    "weekly": _weekly,
    "every": _every,
    "times": _times,
    "within": _within,
}
