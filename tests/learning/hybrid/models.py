"""A model that says what a test wants it to say."""

from __future__ import annotations

from dataclasses import dataclass

from policy_nlp.learning import Layer, PredictedSpan

Claim = tuple[str, Layer, str, float]
"""The words, and what they are taken for."""


@dataclass(frozen=True)
class Claims:
    """Claims something of the first place where each of some words stand."""

    claims: tuple[Claim, ...]
    name: str = "claims"
    languages: frozenset[str] = frozenset({"zh", "en"})

    def predict(self, text: str, *, language: str) -> tuple[PredictedSpan, ...]:
        places = ((text.find(words), words, *rest) for words, *rest in self.claims)
        return tuple(
            sorted(
                PredictedSpan(start, start + len(words), layer, label, score)
                for start, words, layer, label, score in places
                if start >= 0
            )
        )
