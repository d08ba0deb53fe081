"""Scores as a Markdown table, and which of them are too low."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from policy_nlp.messages import text

_COLUMNS = ("document", "layer", "p", "r", "f1", "gold", "pred", "tp")


def scores_table(scores: Mapping[str, Any], lang: str) -> str:
    """Return `scores` as Markdown: the micro average first, then each document, counts beside ratios.

    >>> figures = {"p": 1.0, "r": 0.5, "f1": 0.6667, "gold": 2, "pred": 1, "tp": 1}
    >>> scores_table({"micro": {"plans": figures}, "documents": []}, "en").splitlines()[2]
    '| all | plans | 1.0000 | 0.5000 | 0.6667 | 2 | 1 | 1 |'
    """
    headings = [text(f"scores.{name}", lang) for name in _COLUMNS]
    rows = [headings, ["---"] * 2 + ["---:"] * (len(headings) - 2)]
    rows += _rows(text("scores.micro", lang), scores["micro"])
    for document in scores["documents"]:
        rows += _rows(document["id"], document["layers"])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def layers_below(scores: Mapping[str, Any], limit: float) -> dict[str, float]:
    """Return the micro F1 of the layers that gold has something of and that stay under `limit`.

    >>> layers_below({"micro": {"plans": {"f1": 0.5, "gold": 2}, "tasks": {"f1": 0.0, "gold": 0}}}, 0.9)
    {'plans': 0.5}
    """
    return {name: one["f1"] for name, one in scores["micro"].items() if one["gold"] and one["f1"] < limit}


def _rows(name: str, layers: Mapping[str, Mapping[str, float]]) -> Iterable[list[str]]:
    for layer, one in layers.items():
        ratios = [f"{one[key]:.4f}" for key in ("p", "r", "f1")]
        yield [name.replace("|", "\\|"), layer, *ratios, *(str(one[key]) for key in ("gold", "pred", "tp"))]
