"""Building years, fiscal years, plan periods, decades and centuries."""

from __future__ import annotations

from dataclasses import replace

from policy_nlp.normalization.times.literals import full_year
from policy_nlp.normalization.times.paths import (
    Count,
    How,
    Path,
    Step,
    join,
    relative,
    year,
)
from policy_nlp.normalization.times.pieces import part

_SHORT_YEAR_FROM = 70


def year_in_full(count: Count) -> Path | None:
    """Return the year of four figures, or of two with a leading zero or from the last century (07年, 98年)."""
    number, figures = count.whole(), _figures(count)
    if number is None or number < 0:
        return None
    if figures == 4 and number >= 1000:
        return year(number)
    if figures == 2 and (number < 10 or number >= _SHORT_YEAR_FROM):
        return year(full_year(f"{number:02d}"))
    return None


def year_in_short(count: Count) -> Path | None:
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


def with_short_year(path: Path, count: Count) -> Path | None:
    """Return a date whose year is written with two figures behind it (14th April 15)."""
    found = year_in_short(count) if count.text.isdigit() and path.finest().unit == "monthday" else None
    return join(found, path) if found and len(path.steps) == 2 else None


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


def plan(number: int) -> Path:
    """Return the years of a five-year plan (十四五)."""
    return Path((Step(How.EXACT, "plan", 1951 + 5 * number),))


def era(count: Count, *, century: int | None = None) -> Path | None:
    """Return a decade by its figures (1970s, 九十年代)."""
    number = count.whole()
    if number is None or number % 10 or number >= 2100 or 100 <= number < 1000:
        return None
    if number < 100:
        number += 100 * (century - 1) if century else (1900 if number >= 30 else 2000)
    return Path((Step(How.EXACT, "decade", number),))


def era_word(number: int) -> Path:
    """Return the decade that a word names (the seventies)."""
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


def nth_century(count: Count, unit: str) -> Path | None:
    """Return a century by its ordinal."""
    return century(count) if unit == "century" else None
