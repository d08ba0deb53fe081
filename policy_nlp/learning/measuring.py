"""How well a model alone finds spans of gold documents, layer by layer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from policy_nlp.learning.examples.spans import gold_spans
from policy_nlp.learning.predictions import Layer, PredictedSpan, Predictor
from policy_nlp.schema import Document
from policy_nlp.scoring.averages import micro
from policy_nlp.scoring.chance import intervals
from policy_nlp.scoring.comparable import core
from policy_nlp.scoring.counts import Counts, shared
from policy_nlp.scoring.summary import ENOUGH_DOCUMENTS

Tally = dict[str, Counts]


def measured(predictor: Predictor, documents: Sequence[Document]) -> dict[str, Any]:
    """Return for each layer precision, recall, F1 and counts, from five documents on with the 95 % interval of F1.

    Span and label must be right to the character, but for white space and marks at the rim.
    """
    tallies = [tally(document, predictor.predict(document.text, language=document.language)) for document in documents]
    chances = intervals(tallies) if len(tallies) >= ENOUGH_DOCUMENTS else {}
    return {
        layer: {**figures, "interval": chances[layer]["f1"] if chances else None}
        for layer, figures in micro(tallies).items()
    }


def tally(gold: Document, predicted: Iterable[PredictedSpan]) -> Tally:
    """Return the counts of each layer for one document.

    >>> from policy_nlp.schema import Role, Unit
    >>> gold = Document("a", "zh", "县水务局", units=(Unit("县水务局", (0, 4), Role.LEAD, ()),))
    >>> tally(gold, [PredictedSpan(0, 4, Layer.UNIT, "co", 0.9)])["unit"]
    Counts(gold=1, pred=1, tp=0)
    """
    wanted, found = _items(gold_spans(gold), gold.text), _items(predicted, gold.text)
    return {str(layer): shared(wanted[layer], found[layer]) for layer in Layer}


def _items(spans: Iterable[PredictedSpan], text: str) -> dict[Layer, Counter[Hashable]]:
    found: dict[Layer, Counter[Hashable]] = {layer: Counter() for layer in Layer}
    for span in spans:
        found[span.layer][(*core((span.start, span.end), text), span.label)] += 1
    return found
