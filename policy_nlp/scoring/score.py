"""One prediction against one gold document, layer by layer."""

from __future__ import annotations

from dataclasses import replace

from policy_nlp.schema import Document
from policy_nlp.scoring.apart import APART
from policy_nlp.scoring.counts import Counts, Figures, shared
from policy_nlp.scoring.layers import STANDARD
from policy_nlp.scoring.lenient import LENIENT, MEASURES, lenient_tally

LAYERS = (*STANDARD, *APART, *(f"{name}_{how}" for how in MEASURES for name in LENIENT))
"""The names of all layers, in the order in which they are reported."""


def score(gold: Document, pred: Document) -> dict[str, Figures]:
    """Return precision, recall, F1 and counts for each layer. Spans of both documents index the text of `gold`.

    >>> from policy_nlp.schema import Plan
    >>> document = Document("a", "zh", "工作方案", plans=(Plan("p1", "工作方案", (0, 4)),))
    >>> score(document, document)["plans"]
    {'p': 1.0, 'r': 1.0, 'f1': 1.0, 'gold': 1, 'pred': 1, 'tp': 1}
    """
    return {layer: counts.figures() for layer, counts in tally(gold, pred).items()}


def tally(gold: Document, pred: Document) -> dict[str, Counts]:
    """Return the bare counts for each layer, which can be added up over documents.

    >>> tally(Document("a", "zh", ""), Document("a", "zh", ""))["task_span"]
    Counts(gold=0, pred=0, tp=0)
    """
    pred = replace(pred, text=gold.text)
    strict = {layer: shared(items(gold), items(pred)) for layer, items in {**STANDARD, **APART}.items()}
    return strict | lenient_tally(gold, pred)
