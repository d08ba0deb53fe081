"""Choosing what is kept of rules and model, layer by layer, on documents that training did not see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policy_nlp.learning.hybrid.combining import combined
from policy_nlp.learning.hybrid.policies import LayerPolicy, Policy
from policy_nlp.learning.predictions import Layer, PredictedSpan, Predictor
from policy_nlp.pipeline import parse
from policy_nlp.schema import Document
from policy_nlp.scoring.averages import Tally
from policy_nlp.scoring.counts import Counts
from policy_nlp.scoring.score import tally
from policy_nlp.scoring.summary import ENOUGH_DOCUMENTS

JUDGED = {
    Layer.TASK: ("task_span",),
    Layer.UNIT: ("unit_lead", "unit_co", "unit_actor"),
    Layer.DEADLINE: ("deadline_value",),
    Layer.TARGET: ("target_value",),
}
"""The layers of a score by which each choice is judged: bodies at their tasks, values, exact tasks."""
SCORES = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
GAIN = 0.01
"""So much F1 a policy must gain over rules alone, and help more documents than it hurts."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A policy, and the F1 of its layer with rules alone and with it."""

    policy: LayerPolicy
    rules: float
    hybrid: float

    def to_json(self) -> dict[str, str | float]:
        """Return the choice as a JSON object."""
        policy = str(self.policy.policy)
        return {"policy": policy, "score": self.policy.score, "rules": self.rules, "hybrid": self.hybrid}


@dataclass(frozen=True, slots=True)
class _Read:
    """A gold document, what the rules read, and what the model finds."""

    gold: Document
    rules: Document
    found: tuple[PredictedSpan, ...]


def choose(predictor: Predictor, documents: Sequence[Document]) -> dict[Layer, Choice]:
    """Return the best policy of each layer on gold documents of one language, chosen in the order of the layers.

    Rules alone stay unless another policy gains more than chance moves easily: GAIN of F1 and more documents that get
    better than worse. On fewer than five documents nothing can be chosen, and rules alone stay too.
    """
    reads = [_read(predictor, gold) for gold in documents]
    chosen: dict[Layer, Choice] = {}
    for layer in Layer:
        before = {one: choice.policy for one, choice in chosen.items()}
        chosen[layer] = _best(layer, reads, before)
    return chosen


def _read(predictor: Predictor, gold: Document) -> _Read:
    rules = parse(gold.text, language=gold.language, id=gold.id)
    return _Read(gold, rules, predictor.predict(gold.text, language=gold.language))


def _best(layer: Layer, reads: Sequence[_Read], before: Mapping[Layer, LayerPolicy]) -> Choice:
    alone = _counts(layer, reads, before)
    best, f1 = LayerPolicy(), _f1(alone)
    for policy in _candidates() if len(reads) >= ENOUGH_DOCUMENTS else ():
        counts = _counts(layer, reads, {**before, layer: policy})
        if _f1(counts) > max(f1, _f1(alone) + GAIN) and _helps(counts, alone):
            best, f1 = policy, _f1(counts)
    return Choice(best, round(_f1(alone), 4), round(f1, 4))


def _candidates() -> Iterator[LayerPolicy]:
    for policy in (Policy.FILL, Policy.MODEL, Policy.AGREEMENT):
        yield from (LayerPolicy(policy, score) for score in SCORES)


def _counts(layer: Layer, reads: Sequence[_Read], layers: Mapping[Layer, LayerPolicy]) -> list[Counts]:
    """The counts of each document."""
    tallies = (tally(one.gold, combined(one.rules, one.found, layers, name="tried")) for one in reads)
    return [_judged(layer, one) for one in tallies]


def _judged(layer: Layer, tallies: Tally) -> Counts:
    return sum((tallies[name] for name in JUDGED[layer]), Counts())


def _f1(counts: Sequence[Counts]) -> float:
    return sum(counts, Counts()).f1


def _helps(counts: Sequence[Counts], alone: Sequence[Counts]) -> bool:
    better = sum(one.f1 > other.f1 for one, other in zip(counts, alone, strict=True))
    worse = sum(one.f1 < other.f1 for one, other in zip(counts, alone, strict=True))
    return better > worse
