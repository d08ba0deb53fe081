"""The systems that are compared on one document: rules, model, both by policies, gaps filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from policy_nlp.learning.hybrid import LayerPolicy, Policy
from policy_nlp.learning.hybrid.choosing import JUDGED
from policy_nlp.learning.hybrid.combining import combined
from policy_nlp.learning.predictions import Layer, PredictedSpan, Predictor
from policy_nlp.pipeline import parse
from policy_nlp.schema import Document
from policy_nlp.scoring.counts import Counts
from policy_nlp.scoring.score import tally

SYSTEMS = ("rules", "model", "hybrid", "filled")
"""Rules alone; the model alone; what the policies chosen on dev make of both; gaps filled where the model is sure."""

FILLED = {layer: LayerPolicy(Policy.FILL, 0.9) for layer in Layer}
_ALL = {layer: LayerPolicy(Policy.FILL, 0.5) for layer in Layer}

Tallies = dict[str, dict[str, Counts]]
"""Counts by system and layer."""


def compared(predictor: Predictor, gold: Document, policies: Mapping[Layer, LayerPolicy]) -> Tallies:
    """Return the counts of each system on one gold document."""
    rules = parse(gold.text, language=gold.language, id=gold.id)
    found = predictor.predict(gold.text, language=gold.language)
    read = {
        "rules": rules,
        "model": _alone(rules, found),
        "hybrid": combined(rules, found, policies, name="model"),
        "filled": combined(rules, found, FILLED, name="model"),
    }
    return {system: judged(gold, document) for system, document in read.items()}


def _alone(rules: Document, found: tuple[PredictedSpan, ...]) -> Document:
    """The model knows no plans and sections; those of the rules hold what it finds, nothing else of theirs does."""
    bare = replace(rules, tasks=(), units=(), deadlines=(), targets=(), diagnostics=())
    return combined(bare, found, _ALL, name="model")


def judged(gold: Document, document: Document) -> dict[str, Counts]:
    """Return the counts of the layers by which policies are judged: exact tasks, bodies at their tasks, values."""
    counts = tally(gold, document)
    return {str(layer): sum((counts[name] for name in names), Counts()) for layer, names in JUDGED.items()}
