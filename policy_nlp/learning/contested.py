"""Where the rules and a model differ: the places from which both would learn most if a person looked at them."""

from __future__ import annotations

from collections.abc import Iterable

from policy_nlp.learning.predictions import Layer, Predictor
from policy_nlp.schema import Document, Span

LEAST_SCORE = 0.5
"""What a model is less sure of does not count."""


def contested(document: Document, predictor: Predictor) -> tuple[Span, ...]:
    """Return the places in the order of the text where one of the two sees a unit, a deadline or a target and the other
    nothing of the kind.

    `document` is as the rules read it. Raises InputError where the model is not made for its language.
    """
    predicted = predictor.predict(document.text, language=document.language)
    sure = [span for span in predicted if span.score >= LEAST_SCORE]
    places: set[Span] = set()
    for layer in (Layer.UNIT, Layer.DEADLINE, Layer.TARGET):
        ours = {record.span for record in getattr(document, f"{layer}s")}
        theirs = {(span.start, span.end) for span in sure if span.layer is layer}
        places |= _alone(ours, theirs) | _alone(theirs, ours)
    return tuple(sorted(places))


def _alone(spans: Iterable[Span], others: Iterable[Span]) -> set[Span]:
    """The spans that share no character with any of the others."""
    covered = {place for start, end in others for place in range(start, end)}
    return {span for span in spans if covered.isdisjoint(range(*span))}
