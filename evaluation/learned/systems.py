"""The systems that are compared on one document: rules, model, both by policies, gaps filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.learned.folds import Job, found
from policy_nlp.learning.hybrid import LayerPolicy, Policy, choose
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


@dataclass(frozen=True, slots=True)
class Held:
    """What came of one fold: the counts of each held document by system and layer, and the policies chosen on dev."""

    kind: str
    language: str
    trait: str
    value: str
    documents: Mapping[str, Tallies]
    policies: Mapping[str, str]


def measured(job: Job, work: Path) -> Held:
    """Return what came of a job, whose model is trained where `work` does not keep what it found."""
    predictor = found(job, work)
    chosen = choose(predictor, list(job.fold.corpus.dev.values()))
    policies = {layer: one.policy for layer, one in chosen.items()}
    documents = {name: compared(predictor, gold, policies) for name, gold in job.fold.held.items()}
    said = {str(layer): f"{one.policy} {one.score}" for layer, one in policies.items()}
    return Held(job.kind, job.language, job.trait, job.fold.value, documents, said)


def compared(predictor: Predictor, gold: Document, policies: Mapping[Layer, LayerPolicy]) -> Tallies:
    """Return the counts of each system on one gold document."""
    rules = parse(gold.text, language=gold.language, id=gold.id)
    finds = predictor.predict(gold.text, language=gold.language)
    read = {
        "rules": rules,
        "model": _alone(rules, finds),
        "hybrid": combined(rules, finds, policies, name="model"),
        "filled": combined(rules, finds, FILLED, name="model"),
    }
    return {system: judged(gold, document) for system, document in read.items()}


def _alone(rules: Document, finds: tuple[PredictedSpan, ...]) -> Document:
    """The model knows no plans and sections; those of the rules hold what it finds, nothing else of theirs does."""
    bare = replace(rules, tasks=(), units=(), deadlines=(), targets=(), diagnostics=())
    return combined(bare, finds, _ALL, name="model")


def judged(gold: Document, document: Document) -> dict[str, Counts]:
    """Return the counts of the layers by which policies are judged: exact tasks, bodies at their tasks, values."""
    counts = tally(gold, document)
    return {str(layer): sum((counts[name] for name in names), Counts()) for layer, names in JUDGED.items()}
