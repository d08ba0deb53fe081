"""The error report of comparisons: gaps missed, false alarms and wrong pairs, with the passages of both plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from policy_nlp.messages import text
from policy_nlp.reporting.mistakes.template import rendered
from policy_nlp.reporting.score_rows import overall_rows
from policy_nlp.scoring.gaps import ComparedCases, GapMistake, gap_mistakes
from policy_nlp.scoring.gaps.tally import PAIRS, RELATIONS

_TEMPLATE = "gaps.html"
_LONGEST = 160
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a task starts, and its first words."""

    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class GapView:
    """One mistake, ready to be shown."""

    comparison: str
    type: str
    said: str
    template: tuple[Passage, ...]
    local: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """All mistakes of one cause."""

    cause: str
    title: str
    explained: str
    mistakes: tuple[GapView, ...]


def gaps_page(found: ComparedCases, scores: Mapping[str, Any], lang: str) -> str:
    """Return the error report of comparisons as one self-contained HTML page without scripts."""
    listed = gap_mistakes(found)
    rows = [row for row in overall_rows(scores) if row.figures["gold"] or row.figures["pred"]]
    return rendered(
        _TEMPLATE,
        lang,
        comparisons=len(found.ids),
        count=len(listed),
        rows=rows,
        names={row.layer: _name(row.layer, lang) for row in rows},
        chapters=list(_chapters(listed, found, lang)),
    )


def _chapters(listed: Sequence[GapMistake], found: ComparedCases, lang: str) -> Iterator[Chapter]:
    for cause, mistakes in groupby(listed, key=lambda one: one.cause):
        title, explained = (text(f"mistakes.{table}.{cause}", lang) for table in ("causes", "explained"))
        yield Chapter(cause.value, title, explained, tuple(_view(one, found, lang) for one in mistakes))


def _view(mistake: GapMistake, found: ComparedCases, lang: str) -> GapView:
    template, local = found.plans[mistake.comparison]
    return GapView(
        mistake.comparison,
        _name(mistake.type, lang),
        _said(mistake, lang),
        tuple(_passages(template.text, mistake.template)),
        tuple(_passages(local.text, mistake.local)),
    )


def _said(mistake: GapMistake, lang: str) -> str:
    """The relations of a pair, or the words of a finding or of gold."""
    if mistake.relations:
        return " → ".join(text(f"mistakes.pair_relations.{relation}", lang) for relation in mistake.relations)
    return mistake.said.get(lang, "")


def _name(layer: str, lang: str) -> str:
    table = "mistakes" if layer in (PAIRS, RELATIONS) else "comparison.types"
    return text(f"{table}.{layer}", lang)


def _passages(document: str, starts: Iterable[int]) -> Iterator[Passage]:
    for start in starts:
        words = " ".join(document[start : start + _LONGEST].split())
        yield Passage(start, words if start + _LONGEST >= len(document) else words + _CUT)
