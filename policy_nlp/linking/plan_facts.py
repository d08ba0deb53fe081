"""What a plan says of itself: who issued it, for which place, for which time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from policy_nlp.lexicon.load import table
from policy_nlp.linking.finds import Dated
from policy_nlp.schema import Span
from policy_nlp.structure.plans import PlanSpan

_BEFORE = 1200


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """Issuer, place and period, each None where the text does not state it."""

    issuer: str | None
    region: str | None
    period: str | None


class FactLexicon:
    """How titles, signatures and periods are written in one language."""

    def __init__(self, language: str) -> None:
        facts = table(language, "headings")["facts"]
        self.issuer_in_title = re.compile(facts["issuer_in_title"], re.IGNORECASE)
        self.signature = re.compile(facts["signature"], re.IGNORECASE | re.MULTILINE)
        self.region = re.compile(facts["region"], re.IGNORECASE)
        self.years = re.compile(facts["years"], re.IGNORECASE)
        self.year = re.compile(facts["year"], re.IGNORECASE)


@cache
def fact_lexicon(language: str) -> FactLexicon:
    """Return the compiled fact lexicon of a language."""
    return FactLexicon(language)


def plan_facts(text: str, plan: PlanSpan, dues: Sequence[Dated], *, language: str) -> PlanFacts:
    """Return what the plan says of itself in its title, its signature and its lead-ins."""
    lexicon = fact_lexicon(language)
    title = text[plan.name[0] : plan.name[1]].replace("\n", "") if plan.name else ""
    issuer = _issuer(text, plan.span, title, lexicon)
    region = _region(title, lexicon) or (_region(issuer, lexicon) if issuer else None)
    return PlanFacts(issuer, region, _period(title, dues, lexicon))


def _issuer(text: str, span: Span, title: str, lexicon: FactLexicon) -> str | None:
    named = lexicon.issuer_in_title.match(title)
    if named:
        return named["issuer"].strip()
    behind = list(lexicon.signature.finditer(text, *span))
    before = list(lexicon.signature.finditer(text, max(0, span[0] - _BEFORE), span[0]))
    signed = behind[-1:] or before[-1:]
    return signed[0]["issuer"].strip() if signed else None


def _region(name: str, lexicon: FactLexicon) -> str | None:
    found = lexicon.region.match(name)
    return found["region"] if found else None


def _period(title: str, dues: Sequence[Dated], lexicon: FactLexicon) -> str | None:
    """The years of the title, else the period that a lead-in states for the whole."""
    years = lexicon.years.search(title)
    if years:
        end = years["end"] if len(years["end"]) == 4 else years["start"][:2] + years["end"]
        return f"{years['start']}-01-01/{end}-12-31" if years["start"] <= end else None
    year = lexicon.year.search(title)
    if year:
        return f"{year['year']}-01-01/{year['year']}-12-31"
    whole = [
        d.value.value for d in dues if d.value.kind == "period" and d.value.value and not d.value.value.endswith("..")
    ]
    widest = max(whole, key=_length, default=None)
    return widest if widest and _length(widest) >= 1 else None


def _length(period: str) -> int:
    start, end = period.split("/")
    return int(end[:4]) - int(start[:4])
