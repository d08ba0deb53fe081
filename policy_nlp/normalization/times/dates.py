"""Building dates from their parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from policy_nlp.normalization.times.literals import full_year
from policy_nlp.normalization.times.paths import (
    Clock,
    Count,
    How,
    Length,
    RANKS,
    Path,
    Step,
    join,
    nth,
    relative,
    with_clock,
    year,
)

_LIMITS = {"month": 12, "monthday": 31, "quarter": 4, "half": 2, "halfmonth": 2, "week": 53, "tenday": 3, "day": 366}
_SHORT_YEAR_FROM = 70
_DIVIDED = frozenset({"year", "fiscal", "pair", "plan", "half", "quarter", "month", "week"})
_COUNTING = frozenset({"两", "兩", "俩", "几", "半"})


def same(value: object) -> object:
    """Return the value itself: a phrase of one category that counts as another."""
    return value


def numbered(count: Count, *, unit: str) -> Path | None:
    """Return the n-th unit (3月, 第二季度); None where no calendar has so many."""
    number = count.whole()
    return nth(unit, number) if number and 1 <= number <= _LIMITS[unit] else None


def named(number: int, *, unit: str) -> Path:
    """Return a unit that has a name (June, Friday, winter)."""
    return nth(unit, number)


def nth_unit(count: Count, unit: str, *, only: str | None = None) -> Path | None:
    """Return the n-th of a unit that is named (third quarter)."""
    if unit not in _LIMITS or only not in (None, unit):
        return None
    return numbered(count, unit=unit)


def unit_number(unit: str, count: Count) -> Path | None:
    """Return a unit by the number behind it (week 31)."""
    return numbered(count, unit=unit) if unit in ("week", "quarter") and count.text.isdigit() else None


def last_unit(unit: str) -> Path | None:
    """Return the last of a unit (last week of …)."""
    return nth(unit, -1) if unit in _LIMITS and unit != "monthday" else None


def last_one_unit(count: Count, unit: str) -> Path | None:
    """Return the last of a unit where the language says one (最后一周)."""
    return last_unit(unit) if count.value == 1 else None


def numbered_weekday(count: Count, weekday: int) -> Path | None:
    """Return the n-th weekday (first Friday of …)."""
    number = count.whole()
    return nth("weekday", number, weekday) if number and number <= 5 else None


def last_weekday(weekday: int) -> Path:
    """Return the last such weekday (last Friday of …)."""
    return nth("weekday", -1, weekday)


def weekday_day(weekday: int, count: Count) -> Path | None:
    """Return the day of the month; the weekday before it adds nothing (Tuesday the 19th)."""
    return numbered(count, unit="monthday")


def full(count: Count) -> Path | None:
    """Return the year of four figures, or of two with a leading zero or from the last century (07年, 98年)."""
    number, figures = count.whole(), _figures(count)
    if number is None or number < 0:
        return None
    if figures == 4 and 1000 <= number:
        return year(number)
    if figures == 2 and (number < 10 or number >= _SHORT_YEAR_FROM):
        return year(full_year(f"{number:02d}"))
    return None


def short(count: Count) -> Path | None:
    """Return the year of any two figures, where a month follows that makes clear what they are (12年3月)."""
    number = count.whole()
    return year(full_year(f"{number:02d}")) if number is not None and _figures(count) == 2 else None


def counted_year(count: Count) -> Path | None:
    """Return the year that is called one (year 267)."""
    number = count.whole()
    return year(number) if number and 100 <= number < 10_000 else None


def only_year(path: Path) -> Path | None:
    """Return the year behind the word for it."""
    return path if [step.unit for step in path.steps] == ["year"] else None


def _figures(count: Count) -> int:
    if count.text.isascii() and not count.text.isdigit():
        return 0
    if any(letter in count.text for letter in "十百千万亿萬億拾"):
        return 4 if count.value >= 1000 else 0
    return len(count.text)


def spoken_year(century: Count, rest: Count) -> Path | None:
    """Return the year of two spoken halves (nineteen eighty, twenty twenty-five)."""
    first, second = century.whole(), rest.whole()
    if first is None or second is None or not (15 <= first <= 21 and 10 <= second <= 99):
        return None
    return year(100 * first + second) if not (century.text + rest.text).isdigit() else None


def word_year(count: Count) -> Path | None:
    """Return the year of number words (two thousand and twenty)."""
    number = count.whole()
    return year(number) if number and 1500 < number < 2100 and number % 100 and count.text[0].isalpha() else None


def today(offset: int) -> Path:
    """Return the day so many days from the present one."""
    return relative("day", offset)


def this(offset: int, unit: str) -> Path | None:
    """Return the unit so many units from the present one (last month, 下周)."""
    return None if unit in ("hour", "minute", "second", "business_day", "weekday") else relative(unit, offset)


def this_one(offset: int, count: Count, unit: str) -> Path | None:
    """Return the same where the language says `one` before the unit (上一个月)."""
    return this(offset, unit) if count.value == 1 else None


def unit_this(unit: str, offset: int) -> Path | None:
    """Return the same with the unit first (the year after next)."""
    return this(offset, unit)


def this_unit(offset: int, *, unit: str) -> Path:
    """Return the unit so many units from the present one, where one word says both (去年)."""
    return relative(unit, offset)


def the_unit(unit: str) -> Path | None:
    """Return the present unit (the year)."""
    return relative(unit, 0) if unit in ("year", "quarter", "month", "week") else None


def this_season(offset: int) -> Path:
    """Return the season so many seasons from the present one."""
    return relative("season", offset)


def this_hours(offset: int, window: str) -> Path:
    """Return a part of the present day (this morning) or of the one before or after."""
    return with_clock(relative("day", offset), hours(window))


def ahead_first(_: int, count: Count, unit: str) -> Path | None:
    """Return the n-th unit to come (upcoming two months: the second one)."""
    return ahead(count, unit)


def ahead_inside(count: Count, _: int, unit: str) -> Path | None:
    """Return the same with the number first."""
    return ahead(count, unit)


def ahead(count: Count, unit: str) -> Path | None:
    """Return the n-th unit to come (two upcoming months: the second one)."""
    number = count.whole()
    return this(number, unit) if number else None


def this_named(offset: int, path: Path) -> Path | None:
    """Return a named unit in the present, the last or the next larger one (next June, last Friday)."""
    first = path.coarsest()
    if first.how is not How.NTH or first.weekday is not None:
        return None
    if first.unit == "season" and offset == 0:
        return path
    larger = {"weekday": "week", "month": "year", "quarter": "year", "half": "year", "season": "year", "holiday": "year"}
    if first.unit not in larger or first.number < 0:
        return None
    return join(relative(larger[first.unit], offset), path)


def joined(one: Path, other: Path) -> Path | None:
    """Return the date that both parts name together."""
    return join(one, other)


def day_alone(count: Count) -> Path | None:
    """Return a day without its month (29日); a number that counts things is a length (两日)."""
    return None if count.text in _COUNTING else numbered(count, unit="monthday")


def nth_day_from_now(count: Count, unit: str) -> Path | None:
    """Return the n-th day, the present one being the first (第三天)."""
    number = count.whole()
    return relative("day", number - 1) if unit == "day" and number and number < 1000 else None


def of_month(path: Path, count: Count, *, figures: bool = False) -> Path | None:
    """Return a day of a month from the month and the number (May 29); `figures` wants a number in figures."""
    return day_of_month(count, path) if count.text.isascii() or not figures else None


def day_of_month(count: Count, path: Path) -> Path | None:
    """Return a day of a month from the number and the month (29 May)."""
    day = numbered(count, unit="monthday") if count.text[0] not in "-+." else None
    return join(day, path) if day and path.finest().unit == "month" and path.finest().how is not How.PART else None


def day_month(count: Count, month: int) -> Path | None:
    """Return a day of a month from the number and the month's name."""
    return day_of_month(count, nth("month", month))


def month_day(month: int, count: Count) -> Path | None:
    """Return the same with the month first."""
    return day_month(count, month)


def written_only(path: Path) -> Path | None:
    """Return a date in figures that is too short to stand for one by itself (on 4/2)."""
    return path if path.finest().unit == "monthday" and path.coarsest().unit == "month" else None


def named_day(weekday: int, path: Path) -> Path | None:
    """Return the date; the weekday written before or after it adds nothing."""
    return path if path.finest().unit in ("monthday", "day") else None


def day_named(path: Path, weekday: int) -> Path | None:
    """Return the date of a weekday in a week, or the date that the weekday repeats."""
    if path.finest().unit == "week" and path.finest().how is not How.PART:
        return join(path, nth("weekday", weekday))
    return named_day(weekday, path)


def weekday_of(weekday: int, path: Path) -> Path | None:
    """Return the weekday of a week that follows (Wednesday of next week)."""
    return day_named(path, weekday) if path.finest().unit == "week" else None


def part(path: Path, word: str) -> Path | None:
    """Return the part of a unit (6月底, late March)."""
    finest = path.finest()
    if finest.how in (How.PART, How.SHIFT) or finest.unit not in _DIVIDED:
        return None
    return replace(path, steps=(*path.steps, Step(How.PART, finest.unit, word=word)))


def part_first(word: str, path: Path) -> Path | None:
    """Return the same where the part is written first."""
    return part(path, word)


def part_of_this(word: str, unit: str) -> Path | None:
    """Return the part of the present unit (end of the month)."""
    return part(relative(unit, 0), word) if unit in ("year", "half", "quarter", "month", "week") else None


def part_of_unit(word: str, *, unit: str) -> Path | None:
    """Return the part, which a word names, of the present unit (年底)."""
    return part(relative(unit, 0), word)


def whole_unit(path: Path) -> Path | None:
    """Return the unit: a word that says `the whole of it` adds nothing (2024年内)."""
    return path if path.finest().unit in ("year", "half", "quarter", "month", "week") else None


def part_named(unit: str, *, word: str) -> Path | None:
    """Return the part, which the rule names, of the present unit (EOY)."""
    return part(relative(unit, 0), word)


def fiscal_year(count: Count) -> Path | None:
    """Return a fiscal year by its number."""
    number = count.whole()
    return Path((Step(How.EXACT, "fiscal", full_year(count.text)),)) if number and count.text.isdigit() else None


def fiscal_this(offset: int) -> Path:
    """Return the fiscal year so many years from the present one."""
    return relative("fiscal", offset)


def fiscal_pair(path: Path) -> Path | None:
    """Return the fiscal year that two calendar years name (the 2013-14 financial year)."""
    step = path.finest()
    return Path((Step(How.EXACT, "fiscal", step.number),)) if step.unit == "pair" and len(path.steps) == 1 else None


def part_of_fiscal(word: str) -> Path | None:
    """Return the part of the present fiscal year."""
    return part(relative("fiscal", 0), word)


def nth_century(count: Count, unit: str) -> Path | None:
    """Return a century by its ordinal."""
    return century(count) if unit == "century" else None


def weekday_after_next(weekday: int, offset: int) -> Path | None:
    """Return the weekday in the week behind the coming one (Friday after next)."""
    return join(relative("week", offset - 1), nth("weekday", weekday)) if offset > 0 else None


def weekdays_ahead(count: Count, weekday: int) -> Path | None:
    """Return the n-th such weekday to come (two Sundays from now)."""
    number = count.whole()
    if not number or number < 1:
        return None
    coming = nth("weekday", weekday)
    return shifted_from(Length((("week", count.value - 1),)), coming, sign=1) if number > 1 else coming


def with_short_year(path: Path, count: Count) -> Path | None:
    """Return a date whose year is written with two figures behind it (14th April 15)."""
    found = short(count) if count.text.isdigit() and path.finest().unit == "monthday" else None
    return join(found, path) if found and len(path.steps) == 2 else None


def plan(number: int) -> Path:
    """Return the years of a five-year plan (十四五)."""
    return Path((Step(How.EXACT, "plan", 1951 + 5 * number),))


def night(offset: int, *, window: str) -> Path:
    """Return the night of a day that the word names (昨晚)."""
    return with_clock(relative("day", offset), hours(window))


def era_word(number: int) -> Path:
    """Return the decade that a word names (the seventies)."""
    return Path((Step(How.EXACT, "decade", number),))


def run(count: Count, unit: str, *, end: bool) -> Path | None:
    """Return the first or last n units of what follows or precedes (前两个季度)."""
    number = count.whole()
    if not number or number < 1 or unit not in ("year", "half", "quarter", "month", "week", "day"):
        return None
    return Path((Step(How.LAST if end else How.FIRST, unit, number),))


def run_this_year(count: Count, unit: str) -> Path | None:
    """Return the first n quarters of the present year (前三季度)."""
    piece = run(count, unit, end=False) if unit == "quarter" else None
    return piece and inside(relative("year", 0), piece)


def inside(path: Path, piece: Path) -> Path | None:
    """Return a run of units inside a larger one (2021年前两个季度)."""
    return _inside(path, piece) if piece.coarsest().how in (How.FIRST, How.LAST) else None


def inside_first(piece: Path, path: Path) -> Path | None:
    """Return the same where the run is written first (first ten days of last year)."""
    return inside(path, piece)


def _inside(path: Path, piece: Path) -> Path | None:
    outer, inner = path.finest(), piece.coarsest()
    if outer.how in (How.PART, How.SHIFT, How.FIRST, How.LAST) or outer.rank() <= inner.rank():
        return None
    return replace(path, steps=path.steps + piece.steps)


def around(unit: str, path: Path) -> Path | None:
    """Return the whole unit that contains a day (week of 16 September)."""
    if path.finest().unit not in ("monthday", "day", "weekday"):
        return None
    return replace(path, steps=(*path.steps, Step(How.AROUND, unit)))


def rest(*parts: int | str) -> Path | None:
    """Return what is left of the present unit."""
    unit = str(parts[-1])
    return Path((Step(How.RELATIVE, unit), Step(How.REST, unit))) if parts[:-1] in ((), (0,)) else None


def shifted(length: Length, *, sign: int) -> Path | None:
    """Return the day so long before or after the present one; hours do not lead to another day."""
    if RANKS[length.finest()] < RANKS["day"]:
        return None
    return Path((Step(How.SHIFT, length.finest(), sign, length=length),))


def shifted_from(length: Length, path: Path, *, sign: int) -> Path | None:
    """Return the day so long before or after another one."""
    if path.finest().how is How.SHIFT:
        return None
    return replace(path, steps=(*path.steps, Step(How.SHIFT, length.finest(), sign, length=length)))


def shift_of(path: Path, length: Length, *, sign: int) -> Path | None:
    """Return the same where the day is written first (印发后十日)."""
    return shifted_from(length, path, sign=sign)


def era(count: Count, *, century: int | None = None) -> Path | None:
    """Return a decade by its figures (1970s, 九十年代)."""
    number = count.whole()
    if number is None or number % 10 or number >= 2100 or 100 <= number < 1000:
        return None
    if number < 100:
        number += 100 * (century - 1) if century else (1900 if number >= 30 else 2000)
    return Path((Step(How.EXACT, "decade", number),))


def era_in(path: Path, count: Count) -> Path | None:
    """Return a decade of a century (20世纪70年代)."""
    number, outer = count.whole(), path.finest()
    if number is None or number % 10 or number > 90 or outer.unit != "century":
        return None
    return replace(path, steps=(*path.steps, Step(How.NTH, "decade", number)))


def century(count: Count) -> Path | None:
    """Return a century by its number."""
    number = count.whole()
    return Path((Step(How.EXACT, "century", number),)) if number and number <= 99 else None


def century_word(number: int) -> Path:
    """Return the century that a word names."""
    return Path((Step(How.EXACT, "century", number),))


def lunar(month: Count | int, day: Count) -> Path | None:
    """Return a day of the lunar calendar: month and day in Chinese numerals with no mark behind the day (八月十五)."""
    number, name = day.whole(), month if isinstance(month, int) else month.whole()
    spelled = isinstance(month, int) or not month.text.isascii()
    if not spelled or day.text.isascii() or not name or not number or not (1 <= name <= 12 and 1 <= number <= 30):
        return None
    return nth("lunar", 100 * name + number)


def as_lunar(path: Path) -> Path | None:
    """Return a date that a word puts into the lunar calendar (农历八月十五日)."""
    units = [step.unit for step in path.steps]
    if units[-1:] == ["lunar"]:
        return path
    if units[-2:] != ["month", "monthday"] or path.steps[-2].how is not How.NTH:
        return None
    month, day = path.steps[-2:]
    return replace(path, steps=(*path.steps[:-2], Step(How.NTH, "lunar", 100 * month.number + day.number)))


def holiday(name: str) -> Path:
    """Return a holiday, whose days the lexicon gives."""
    return Path((Step(How.NTH, "holiday", word=name),))


def timed(path: Path, clock: Clock) -> Path | None:
    """Return a day at a time of day; midnight adds nothing."""
    if path.clock or path.finest().unit not in ("monthday", "day", "weekday", "holiday", "lunar"):
        return None
    return path if clock == Clock(0) else with_clock(path, clock)


def timed_first(clock: Clock, path: Path) -> Path | None:
    """Return the same where the time is written first."""
    return timed(path, clock)


def tonight(window: str) -> Path:
    """Return a part of the present day, given in hours."""
    return with_clock(relative("day", 0), hours(window))


def clock(hour: int) -> Clock:
    """Return a time of day that has a name (noon)."""
    return Clock(hour * 3600)


def hours(window: str) -> Clock:
    """Return a part of the day, written as first and last hour."""
    first, last = (int(hour) for hour in window.split("-"))
    return Clock(first * 3600, last * 3600 if last < 24 else 24 * 3600 - 1)


def o_clock(count: Count, *, offset: int = 0) -> Clock | None:
    """Return the full hour (3 p.m., 下午3点)."""
    number = count.whole()
    return Clock((number % 12 + offset if offset or number < 13 else number) * 3600) if number and number < 25 else None


def o_clock_in(offset: int, count: Count) -> Clock | None:
    """Return the full hour in a part of the day (下午3点)."""
    return o_clock(count, offset=offset)


def now(word: str) -> Path:
    """Return the reference date itself at its time."""
    return with_clock(relative("day", 0), Clock(0))


ACTIONS: dict[str, Callable[..., object]] = {
    "same": same,
    "numbered": numbered,
    "named": named,
    "nth_unit": nth_unit,
    "unit_number": unit_number,
    "last_unit": last_unit,
    "last_one_unit": last_one_unit,
    "numbered_weekday": numbered_weekday,
    "last_weekday": last_weekday,
    "weekday_day": weekday_day,
    "full_year": full,
    "short_year": short,
    "counted_year": counted_year,
    "only_year": only_year,
    "spoken_year": spoken_year,
    "word_year": word_year,
    "today": today,
    "this": this,
    "this_one": this_one,
    "unit_this": unit_this,
    "this_unit": this_unit,
    "the_unit": the_unit,
    "this_season": this_season,
    "this_hours": this_hours,
    "ahead_first": ahead_first,
    "ahead": ahead_inside,
    "ahead_plain": ahead,
    "this_named": this_named,
    "join": joined,
    "day_alone": day_alone,
    "nth_day_from_now": nth_day_from_now,
    "of_month": of_month,
    "day_of_month": day_of_month,
    "day_month": day_month,
    "month_day": month_day,
    "written_only": written_only,
    "named_day": named_day,
    "day_named": day_named,
    "weekday_of": weekday_of,
    "part": part,
    "part_first": part_first,
    "part_of_this": part_of_this,
    "part_of_unit": part_of_unit,
    "whole_unit": whole_unit,
    "part_named": part_named,
    "fiscal_year": fiscal_year,
    "fiscal_this": fiscal_this,
    "fiscal_pair": fiscal_pair,
    "part_of_fiscal": part_of_fiscal,
    "nth_century": nth_century,
    "weekday_after_next": weekday_after_next,
    "weekdays_ahead": weekdays_ahead,
    "with_short_year": with_short_year,
    "plan": plan,
    "night": night,
    "era_word": era_word,
    "run": run,
    "run_this_year": run_this_year,
    "inside": inside,
    "inside_first": inside_first,
    "around": around,
    "rest": rest,
    "shifted": shifted,
    "shifted_from": shifted_from,
    "shift_of": shift_of,
    "era": era,
    "era_in": era_in,
    "century": century,
    "century_word": century_word,
    "lunar": lunar,
    "as_lunar": as_lunar,
    "holiday": holiday,
    "timed": timed,
    "timed_first": timed_first,
    "tonight": tonight,
    "clock": clock,
    "hours": hours,
    "o_clock": o_clock,
    "o_clock_in": o_clock_in,
    "now": now,
}
