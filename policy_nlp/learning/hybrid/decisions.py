"""Which spans of the rules stay and which of the model come in, for one layer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policy_nlp.learning.hybrid.policies import LayerPolicy, Policy
from policy_nlp.learning.predictions import PredictedSpan
from policy_nlp.schema import Span

Labelled = tuple[Span, str]
"""A span of the rules with its label."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Spans of the model that come in, each with the spans of the rules that it takes the place of; those that go."""

    added: tuple[tuple[PredictedSpan, tuple[Span, ...]], ...] = ()
    dropped: frozenset[Span] = frozenset()


def decide(rules: Iterable[Labelled], predicted: Sequence[PredictedSpan], policy: LayerPolicy) -> Decision:
    """Return what `policy` makes of the spans of the rules and those that the model predicts, all of one layer.

    >>> from policy_nlp.learning.predictions import Layer
    >>> found = [PredictedSpan(0, 4, Layer.UNIT, "co", 0.9), PredictedSpan(9, 12, Layer.UNIT, "co", 0.7)]
    >>> decision = decide([((0, 5), "lead")], found, LayerPolicy(Policy.FILL, 0.6))
    >>> [(span.start, replaced) for span, replaced in decision.added], decision.dropped
    ([(9, ())], frozenset())
    """
    ours = dict(sorted(rules))
    sure = [span for span in predicted if span.score >= policy.score]
    if policy.policy is Policy.RULES:
        return Decision()
    if policy.policy is Policy.AGREEMENT:
        return Decision(dropped=_alone(ours, sure))
    places = _Places(list(ours))
    meeting = [(span, places.overlapping(span.start, span.end)) for span in sure]
    if policy.policy is Policy.FILL:
        return Decision(tuple((span, ()) for span, met in meeting if not met))
    new = [(span, met) for span, met in meeting if ours.get((span.start, span.end)) != span.label]
    return Decision(tuple(new), frozenset(span for _, met in new for span in met))


def _alone(ours: Iterable[Span], sure: Sequence[PredictedSpan]) -> frozenset[Span]:
    """The spans of the rules in which the model sees nothing."""
    seen = _Places(sorted((span.start, span.end) for span in sure))
    return frozenset(span for span in ours if not seen.overlapping(*span))


class _Places:
    """Spans in the order of the text, which may overlap one another."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [start for start, _ in spans]
        self._longest = max((end - start for start, end in spans), default=0)

    def overlapping(self, start: int, end: int) -> tuple[Span, ...]:
        """Return those that share a character with `[start, end)`."""
        low, high = bisect_right(self._starts, start - self._longest), bisect_left(self._starts, end)
        return tuple(one for one in self._spans[low:high] if one[1] > start)
