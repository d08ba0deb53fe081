"""When the fiscal year of a plan's issuer begins: what the text says of it, else signs of who issued it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from policy_nlp.lexicon.load import table
from policy_nlp.lexicon.openings import quick
from policy_nlp.schema import Span

_READ = 20_000
"""How much of a plan is searched for signs."""


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """The month in which fiscal years begin, and whether the year in which they begin gives them their name.

    FY2024 of the United States ends in 2024, that of Japan begins in 2024.
    """

    start: int = 1
    named_by_beginning: bool = False

    def last_year(self, named: int) -> int:
        """Return the calendar year in which the fiscal year ends that is called `named`.

        >>> FiscalYear(10).last_year(2024), FiscalYear(4, True).last_year(2024)
        (2024, 2025)
        """
        return named + (self.named_by_beginning and self.start > 1)


CALENDAR_YEAR = FiscalYear()


def _year(cue: Mapping[str, Any]) -> FiscalYear:
    return FiscalYear(int(cue["month"]), cue.get("named_by") == "beginning")


class FiscalLexicon:
    """What tells when fiscal years begin, in one language."""

    def __init__(self, language: str) -> None:
        deadlines = table(language, "deadlines")
        content: Mapping[str, Any] = deadlines.get("fiscal", {})
        cues: Sequence[Mapping[str, Any]] = content.get("cues", ())
        self.months: Mapping[str, int] = deadlines["words"].get("months", {})
        self.mentions = quick(content.get("mentions", r"(?!)"))
        self.said = re.compile(content.get("said", r"(?!)"), re.IGNORECASE)
        self.ends = re.compile(content.get("ends", r"(?!)"), re.IGNORECASE)
        self.cues = tuple((_year(cue), quick(cue["pattern"])) for cue in cues)


@cache
def fiscal_lexicon(language: str) -> FiscalLexicon:
    """Return the compiled fiscal lexicon of a language."""
    return FiscalLexicon(language)


def fiscal_year(text: str, plan: Span, *, language: str, start: int | None = None) -> FiscalYear:
    """Return the fiscal year of the plan's issuer, the calendar year where nothing tells another; `start` wins.

    >>> text = "Open six hubs by Q2 FY2025. The financial year runs from 1 April."
    >>> fiscal_year(text, (0, len(text)), language="en").start
    4
    """
    found = _found(text, plan, fiscal_lexicon(language))
    return found if start is None else replace(found, start=start)


def _found(text: str, plan: Span, lexicon: FiscalLexicon) -> FiscalYear:
    if lexicon.mentions.search(text, *plan) is None:
        return CALENDAR_YEAR
    end = min(plan[1], plan[0] + _READ)
    by_signs = _by_signs(text, (plan[0], end), lexicon) or _by_signs(text, (0, _READ), lexicon) or CALENDAR_YEAR
    month = _told(text, (plan[0], end), lexicon)
    return by_signs if month is None else replace(by_signs, start=month)


def _by_signs(text: str, span: Span, lexicon: FiscalLexicon) -> FiscalYear | None:
    """The fiscal year of which most signs stand in `span`."""
    counts = [(len(cue.findall(text, *span)), year) for year, cue in lexicon.cues]
    most, year = max(counts, key=lambda pair: pair[0], default=(0, CALENDAR_YEAR))
    return year if most else None


def _told(text: str, plan: Span, lexicon: FiscalLexicon) -> int | None:
    """The month in which the text says that fiscal years begin, or the one after that in which they end."""
    said, ends = lexicon.said.search(text, *plan), lexicon.ends.search(text, *plan)
    if said is not None:
        return lexicon.months[said["month"].lower()]
    return lexicon.months[ends["month"].lower()] % 12 + 1 if ends else None
