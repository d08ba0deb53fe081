"""The error report: one HTML page that shows each miss and false alarm in its context, sorted by cause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from policy_nlp.messages import text
from policy_nlp.reporting.mistakes.template import rendered
from policy_nlp.reporting.mistakes.views import MistakeView, mistake_view
from policy_nlp.reporting.score_rows import ScoreRow, overall_rows
from policy_nlp.reporting.scores import ratio
from policy_nlp.scoring.cases import Cases
from policy_nlp.scoring.gate import gate_layers
from policy_nlp.scoring.mistakes import Cause, Kind, Mistake, all_mistakes
from policy_nlp.scoring.mistakes.tally import by_cause

_TEMPLATE = "mistakes.html"


@dataclass(frozen=True, slots=True)
class Chapter:
    """All mistakes of one chief cause."""

    cause: str
    title: str
    explained: str
    mistakes: tuple[MistakeView, ...]


def mistakes_page(found: Cases, scores: Mapping[str, Any], lang: str) -> str:
    """Return the error report as one self-contained HTML page without scripts; every text in it is escaped.

    >>> from policy_nlp.schema import Document
    >>> documents = {"a": Document("a", "en", "Plan")}
    >>> from policy_nlp.scoring.evaluation import scores_of
    >>> cases = Cases(documents, documents)
    >>> "No mistakes." in mistakes_page(cases, scores_of(cases), "en")
    True
    """
    listed = all_mistakes(found)
    rows = list(_chief_rows(scores))
    return rendered(
        _TEMPLATE,
        lang,
        documents=len(found.ids),
        count=len(listed),
        rows=rows,
        groups=list(_groups(scores, [row.layer for row in rows])),
        names={row.layer: text(f"scores.layers.{row.layer}", lang) for row in rows},
        overview=_overview(listed),
        kinds=list(Kind),
        chapters=list(_chapters(listed, found, lang)),
    )


def _chief_rows(scores: Mapping[str, Any]) -> Iterator[ScoreRow]:
    chief = set(gate_layers(scores))
    return (row for row in overall_rows(scores) if row.layer in chief)


def _groups(scores: Mapping[str, Any], layers: Sequence[str]) -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    """For each trait that sets documents apart, its values with F1 and counts of each layer."""
    for trait, groups in scores.get("groups", {}).items():
        if len(groups) > 1:
            yield trait, [(name, [_cell(group["micro"][layer]) for layer in layers]) for name, group in groups.items()]


def _cell(figures: Mapping[str, Any]) -> str:
    return f"{ratio(figures['f1'])} ({figures['tp']}/{figures['gold']}/{figures['pred']})"


def _overview(listed: Sequence[Mistake]) -> list[tuple[str, list[int], int]]:
    """For each cause the numbers by kind, and their sum."""
    counts = by_cause(listed)
    rows = ((cause, [counts.get(kind, {}).get(cause, 0) for kind in Kind]) for cause in Cause)
    return [(cause.value, row, sum(row)) for cause, row in rows if any(row)]


def _chapters(listed: Sequence[Mistake], found: Cases, lang: str) -> Iterator[Chapter]:
    for cause, mistakes in groupby(listed, key=lambda one: one.cause):
        views = (mistake_view(one, found.gold[one.document].text, lang) for one in mistakes)
        title, explained = (text(f"mistakes.{table}.{cause}", lang) for table in ("causes", "explained"))
        yield Chapter(cause.value, title, explained, tuple(views))
