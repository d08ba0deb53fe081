"""The scores of a set of documents as one JSON object."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from policy_nlp.schema import SCHEMA_VERSION, Document
from policy_nlp.scoring.averages import Tally, intervals, macro, micro
from policy_nlp.scoring.score import tally

ENOUGH_DOCUMENTS = 5
"""Below this many, resampling documents says nothing about chance."""


def summary(
    gold: Mapping[str, Document], pred: Mapping[str, Document], *, strays: Sequence[str] = ()
) -> dict[str, Any]:
    """Return the scores of the documents that both sides have, in the order of `gold`; `strays` only `pred` has.

    >>> document = Document("a", "zh", "")
    >>> sorted(summary({"a": document}, {"a": document}))
    ['documents', 'languages', 'macro', 'micro', 'schema_version', 'unmatched']
    """
    tallies = {name: tally(document, pred[name]) for name, document in gold.items() if name in pred}
    result: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "documents": [_one(name, gold[name], counts) for name, counts in tallies.items()],
        "micro": micro(list(tallies.values())),
        "macro": macro(list(tallies.values())),
        "languages": _by_language(gold, tallies),
        "unmatched": {"gold": sorted(gold.keys() - pred.keys()), "pred": sorted(strays)},
    }
    if len(tallies) >= ENOUGH_DOCUMENTS:
        result["intervals"] = intervals(list(tallies.values()))
    return result


def _one(name: str, document: Document, counts: Tally) -> dict[str, Any]:
    layers = {layer: one.figures() for layer, one in counts.items()}
    return {"id": name, "language": document.language, "layers": layers}


def _by_language(gold: Mapping[str, Document], tallies: Mapping[str, Tally]) -> dict[str, Any]:
    languages = sorted({gold[name].language for name in tallies})
    return {
        language: micro([counts for name, counts in tallies.items() if gold[name].language == language])
        for language in languages
    }
