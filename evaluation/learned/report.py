"""The page of what was measured: each layout and subject that was left out, and all together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from evaluation.learned.systems import SYSTEMS, Held, Tallies
from policy_nlp.learning.predictions import Layer
from policy_nlp.reporting.pipe_table import pipe_table
from policy_nlp.scoring.averages import micro
from policy_nlp.scoring.chance import differences, intervals
from policy_nlp.scoring.counts import Counts
from policy_nlp.scoring.summary import ENOUGH_DOCUMENTS

_HEADINGS = ("left out", "documents", "layer", *SYSTEMS)
_LEAST = 0.0005
"""A chance below this would read as none."""
_TOGETHER = ("layer", *SYSTEMS, "model − rules", "p", "hybrid − rules", "p", "filled − rules", "p")


def report(held: Sequence[Held]) -> Iterator[str]:
    """Yield the page, paragraph by paragraph: a part for each kind of model, language and trait."""
    for (kind, language, trait), group in groupby(held, key=lambda one: (one.kind, one.language, one.trait)):
        folds = list(group)
        yield f"## {kind}, {language}: one {trait} left out"
        yield from _together(folds)
        yield pipe_table(_HEADINGS, [row for fold in folds for row in _rows(fold)])
        yield from _policies(folds)


def _together(folds: Sequence[Held]) -> Iterator[str]:
    """All folds in one table. A document that several folds held counts once, with its summed counts."""
    documents = _pooled(folds)
    yield f"All {len(folds)} folds together, {len(documents)} documents:"
    yield pipe_table(_TOGETHER, [_layer_row(documents, str(layer)) for layer in Layer])


def _pooled(folds: Sequence[Held]) -> list[Tallies]:
    pooled: dict[str, Tallies] = {}
    for fold in folds:
        for name, tallies in fold.documents.items():
            pooled[name] = _sum(pooled[name], tallies) if name in pooled else tallies
    return list(pooled.values())


def _sum(one: Tallies, other: Tallies) -> Tallies:
    return {
        system: {layer: counts + other[system][layer] for layer, counts in layers.items()}
        for system, layers in one.items()
    }


def _layer_row(documents: Sequence[Tallies], layer: str) -> list[str]:
    rest = [text for system in SYSTEMS[1:] for text in _difference(documents, layer, system)]
    return [layer, *(_figure(documents, layer, system) for system in SYSTEMS), *rest]


def _difference(documents: Sequence[Tallies], layer: str, system: str) -> tuple[str, str]:
    ours, rules = (_of(documents, layer, name) for name in (system, "rules"))
    found = differences(ours, rules)[layer]
    low, high = found["interval"]
    chance = found["p_value"]
    return f"{found['delta']:+.3f} ({low:+.3f} to {high:+.3f})", f"{chance:.3f}" if chance >= _LEAST else "<0.001"


def _rows(fold: Held) -> Iterator[list[str]]:
    documents = list(fold.documents.values())
    for layer in Layer:
        figures = [_figure(documents, str(layer), system) for system in SYSTEMS]
        yield [fold.value, str(len(documents)), str(layer), *figures]


def _figure(documents: Sequence[Tallies], layer: str, system: str) -> str:
    """F1, from five documents on with its interval."""
    tallies = _of(documents, layer, system)
    f1 = micro(tallies)[layer]["f1"]
    if len(tallies) < ENOUGH_DOCUMENTS:
        return f"{f1:.3f}"
    low, high = intervals(tallies)[layer]["f1"]
    return f"{f1:.3f} ({low:.3f}–{high:.3f})"


def _of(documents: Sequence[Tallies], layer: str, system: str) -> list[dict[str, Counts]]:
    return [{layer: tallies[system][layer]} for tallies in documents]


def _policies(folds: Sequence[Held]) -> Iterator[str]:
    """What the dev documents of each fold chose, where it was not the rules alone."""
    chosen = [
        f"{fold.value}: {layer} {policy}"
        for fold in folds
        for layer, policy in fold.policies.items()
        if not policy.startswith("rules")
    ]
    yield "Policies chosen on dev other than rules alone: " + ("; ".join(chosen) if chosen else "none") + "."
