"""Agreement between annotators over files and folders, each two of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from statistics import fmean
from typing import Any

from policy_nlp.schema import SCHEMA_VERSION, Document
from policy_nlp.scoring.agreement.gamma import gamma
from policy_nlp.scoring.agreement.kappa import cohen_kappa
from policy_nlp.scoring.agreement.labels import LABELS, UNITIZED, annotated, label_pairs
from policy_nlp.scoring.averages import micro
from policy_nlp.scoring.cases import cases
from policy_nlp.scoring.chance import intervals
from policy_nlp.scoring.counts import DIGITS
from policy_nlp.scoring.score import tally
from policy_nlp.scoring.summary import ENOUGH_DOCUMENTS

Pair = tuple[Document, Document]
"""A document as two annotators see it."""


def agreement(paths: Sequence[str | Path]) -> dict[str, Any]:
    """Return how far the annotators whose files or folders are at `paths` agree, each two of them and on average.

    Documents are matched by `id`. For each two annotators the result has `micro` (F1 of every layer, the first taken
    for gold, with `intervals` from five documents on), `kappa` for labels of what both found, and `gamma` for what
    begins and ends where, for all documents and for each language. Raises InputError where two have no document in
    common or a file is broken, ValueError for fewer than two paths.
    """
    if len(paths) < 2:
        raise ValueError("agreement needs at least two annotators")
    pairs = [_pair(Path(one), Path(other)) for one, other in combinations(paths, 2)]
    return {
        "schema_version": SCHEMA_VERSION,
        "annotators": [str(path) for path in paths],
        "pairs": pairs,
        "mean": _means(pairs),
    }


def _pair(one: Path, other: Path) -> dict[str, Any]:
    found = cases(one, pred_path=other)
    both = [(found.gold[name], found.pred[name]) for name in found.ids]
    languages = sorted({gold.language for gold, _ in both})
    each = {name: _figures([pair for pair in both if pair[0].language == name]) for name in languages}
    return {"one": str(one), "other": str(other)} | _figures(both) | {"languages": each}


def _figures(both: Sequence[Pair]) -> dict[str, Any]:
    tallies = [tally(*pair) for pair in both]
    sure = {"intervals": intervals(tallies)} if len(tallies) >= ENOUGH_DOCUMENTS else {}
    return {"documents": len(both), "micro": micro(tallies)} | sure | {"kappa": _kappas(both), "gamma": _gammas(both)}


def _kappas(both: Sequence[Pair]) -> dict[str, Any]:
    labels = {label: [found for pair in both for found in label_pairs(*pair, label)] for label in LABELS}
    kappas = {label: cohen_kappa(found) for label, found in labels.items()}
    return {label: kappa.to_json() for label, kappa in kappas.items() if kappa is not None}


def _gammas(both: Sequence[Pair]) -> dict[str, float]:
    each = {kind: gamma(annotated(*pair, kind) for pair in both) for kind in UNITIZED}
    return {kind: round(value, DIGITS) for kind, value in each.items() if value is not None}


def _means(pairs: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "f1": _mean({layer: one["f1"] for layer, one in pair["micro"].items()} for pair in pairs),
        "kappa": _mean({label: one["kappa"] for label, one in pair["kappa"].items()} for pair in pairs),
        "gamma": _mean(pair["gamma"] for pair in pairs),
    }


def _mean(figures: Iterable[Mapping[str, float | None]]) -> dict[str, float]:
    """The mean of each figure over the pairs of annotators that have it."""
    listed = list(figures)
    names = dict.fromkeys(name for one in listed for name in one)
    known = {name: [value for one in listed if (value := one.get(name)) is not None] for name in names}
    return {name: round(fmean(values), DIGITS) for name, values in known.items() if values}
