"""What a model may say, and what it may not."""

import pytest

from policy_nlp.errors import SchemaError
from policy_nlp.learning import Layer, PredictedSpan
from policy_nlp.learning.predictions import LABELS


def test_every_layer_has_its_labels() -> None:
    assert set(LABELS) == set(Layer)


@pytest.mark.parametrize(
    ("start", "end", "layer", "label", "score"),
    [
        (5, 5, Layer.TASK, "", 1.0),
        (-1, 5, Layer.TASK, "", 1.0),
        (0, 5, Layer.UNIT, "owner", 1.0),
        (0, 5, Layer.UNIT, "", 1.0),
        (0, 5, Layer.DEADLINE, "lead", 1.0),
        (0, 5, Layer.TARGET, "numeric", 1.0),
        (0, 5, Layer.TASK, "", 1.01),
        (0, 5, Layer.TASK, "", float("nan")),
    ],
)
def test_impossible_predictions_are_refused(start: int, end: int, layer: Layer, label: str, score: float) -> None:
    with pytest.raises(SchemaError):
        PredictedSpan(start, end, layer, label, score)


def test_predictions_sort_by_place() -> None:
    late, early = PredictedSpan(9, 12, Layer.TARGET, "", 0.2), PredictedSpan(3, 8, Layer.UNIT, "co", 0.9)
    assert sorted([late, early]) == [early, late]
