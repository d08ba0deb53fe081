"""The parts of a due time as numbers: year, month, day and the rest, read from the words of the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from policy_nlp.lexicon.load import table
from policy_nlp.linking.fiscal import CALENDAR_YEAR, FiscalYear
from policy_nlp.normalization import calendar, numbers


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a mention as numbers."""

    year: int | None
    month: int | None
    day: int | None
    quarter: int | None
    half: int | None
    part: str | None
    fiscal: int | None = None
    """The month in which the year begins, where it is a fiscal one; `year` is then the one in which it ends."""

    def last(self) -> str | None:
        """The last day of the smallest unit that is named."""
        return self._named(calendar.last_day)

    def first(self) -> str | None:
        """The first day of the smallest unit that is named."""
        return self._named(calendar.first_day)

    def _named(self, edge: Any) -> str | None:
        if self.year is None:
            return None
        if self.fiscal is not None:
            days = calendar.fiscal_span(self.year, start_month=self.fiscal, quarter=self.quarter, half=self.half)
            return str(days[edge is calendar.last_day]) if days else None
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

    def __init__(self, language: str, *, fiscal: FiscalYear = CALENDAR_YEAR) -> None:
        self.language = language
        self.words: Mapping[str, Any] = table(language, "deadlines")["words"]
        self.fiscal = fiscal

    def number(self, text: str | None) -> int | None:
        """Return the whole number that `text` writes, punctuation and unit aside."""
        if text is None:
            return None
        kept = text.strip().rstrip("年月份日号季度.").strip()
        months: Mapping[str, int] = self.words.get("months", {})
        known = {**months, **self.words.get("quarters", {})}.get(kept.lower())
        if known is not None:
            return int(known)
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
        if len(digits) == 2 and digits == text.strip():
            return 2000 + int(digits)
        return int(digits) if len(digits) == 4 else None

    def parts(self, groups: Mapping[str, str], carried: int | None, prefix: str = "") -> Parts:
        """Return the parts whose group names begin with `prefix`."""
        words = self.words
        part = groups.get(f"{prefix}part")
        written = groups.get(f"{prefix}fiscal")
        year, start = self._fiscal(written) if written else (self.year(groups.get(f"{prefix}year"), carried), None)
        half = groups.get(f"{prefix}half")
        return Parts(
            year,
            self.number(groups.get(f"{prefix}month")),
            self.number(groups.get(f"{prefix}day")),
            self.number(groups.get(f"{prefix}quarter")),
            words["halves"].get(half.strip().lower()) if half else None,
            words["parts"].get(part.strip().lower()) if part else None,
            start,
        )

    def _fiscal(self, text: str) -> tuple[int | None, int]:
        """The year in which a fiscal or school year ends, and the month in which such years begin.

        A year of two calendar years has no value where nothing tells when it begins.
        """
        schools: Mapping[str, int] = self.words.get("school_years", {})
        start = next((month for word, month in schools.items() if word in text.lower()), self.fiscal.start)
        years = _YEARS.findall(text)
        if not years or (len(years) > 1 and start == 1):
            return None, start
        last = 2000 + int(years[-1])
        return (last if len(years) > 1 else self._last_year(last, text.lower())), start

    def _last_year(self, named: int, text: str) -> int:
        """The calendar year in which the year of this one number ends."""
        begins = any(word in text for word in self.words.get("named_by_beginning", ()))
        return replace(self.fiscal, named_by_beginning=begins or self.fiscal.named_by_beginning).last_year(named)


_YEARS = re.compile(r"(?:20)?(\d\d)(?!\d)")


@cache
def reader(language: str, fiscal: FiscalYear = CALENDAR_YEAR) -> Reader:
    """Return the reader of a language for an issuer with such fiscal years."""
    return Reader(language, fiscal=fiscal)
