"""Scores as rows: which documents, which layer, ratios with the counts behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

ALL = "all"
DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """The figures of one layer over some documents; `group` is a trait such as genre, and `name` its value."""

    group: str
    name: str
    layer: str
    figures: Mapping[str, Any]
    macro: float | None = None
    interval: tuple[float, float] | None = None

    @property
    def missed(self) -> int:
        """How many items of gold were not found."""
        return int(self.figures["gold"] - self.figures["tp"])

    @property
    def false_alarms(self) -> int:
        """How many predicted items are not in gold."""
        return int(self.figures["pred"] - self.figures["tp"])


def score_rows(scores: Mapping[str, Any], *, layers: Iterable[str] | None = None) -> Iterator[ScoreRow]:
    """Yield all documents together, then by trait, then one by one; `layers` are shown below the first, else all.

    >>> figures = {"p": 1.0, "r": 0.5, "f1": 0.6667, "gold": 2, "pred": 1, "tp": 1}
    >>> [row.missed for row in score_rows({"micro": {"plans": figures}, "documents": []})]
    [1]
    """
    yield from overall_rows(scores)
    shown = list(scores["micro"] if layers is None else layers)
    for trait, groups in scores.get("groups", {}).items():
        for name, group in groups.items():
            yield from _rows(trait, name, group, shown)
    for document in scores["documents"]:
        yield from _rows(DOCUMENT, document["id"], {"micro": document["layers"]}, shown)


def overall_rows(scores: Mapping[str, Any]) -> Iterator[ScoreRow]:
    """Yield the figures of all documents together, with intervals where there are any."""
    yield from _rows(ALL, ALL, scores, scores["micro"])


def _rows(group: str, name: str, figures: Mapping[str, Any], layers: Iterable[str]) -> Iterator[ScoreRow]:
    macro, intervals = figures.get("macro", {}), figures.get("intervals", {})
    for layer in layers:
        mean = macro[layer]["f1"] if layer in macro else None
        ends = tuple(intervals[layer]["f1"]) if layer in intervals else None
        yield ScoreRow(group, name, layer, figures["micro"][layer], mean, ends)
