"""What a model should say of a gold document."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.learning.predictions import Layer, PredictedSpan
from policy_nlp.schema import Document

_SURE = 1.0


def gold_spans(document: Document) -> tuple[PredictedSpan, ...]:
    """Return the spans of a document as the predictions of a model without fault; what holds for several tasks is one.

    >>> from policy_nlp.schema import Role, Unit
    >>> document = Document("a", "zh", "县水务局", units=(Unit("县水务局", (0, 4), Role.LEAD, ()),))
    >>> [(span.start, span.end, str(span.label)) for span in gold_spans(document)]
    [(0, 4, 'lead')]
    """
    return tuple(sorted(set(_spans(document))))


def _spans(document: Document) -> Iterator[PredictedSpan]:
    for task in document.tasks:
        yield PredictedSpan(*task.span, Layer.TASK, "", _SURE)
    for unit in document.units:
        yield PredictedSpan(*unit.span, Layer.UNIT, unit.role, _SURE)
    for deadline in document.deadlines:
        yield PredictedSpan(*deadline.span, Layer.DEADLINE, deadline.kind, _SURE)
    for target in document.targets:
        yield PredictedSpan(*target.span, Layer.TARGET, "", _SURE)
