"""What each policy makes of spans on which rules and model agree, differ, or stand alone."""

from __future__ import annotations

import pytest

from policy_nlp.learning import Layer, PredictedSpan
from policy_nlp.learning.hybrid.decisions import decide
from policy_nlp.learning.hybrid.policies import LayerPolicy, Policy

RULES = [((0, 4), "lead"), ((10, 14), "co"), ((20, 24), "co")]
SAME = PredictedSpan(0, 4, Layer.UNIT, "lead", 0.99)
OTHER_LABEL = PredictedSpan(10, 14, Layer.UNIT, "lead", 0.8)
LONGER = PredictedSpan(18, 24, Layer.UNIT, "co", 0.8)
NEW = PredictedSpan(30, 34, Layer.UNIT, "co", 0.8)
UNSURE = PredictedSpan(40, 44, Layer.UNIT, "co", 0.55)
FOUND = [SAME, OTHER_LABEL, LONGER, NEW, UNSURE]


@pytest.mark.parametrize(
    ("policy", "added", "dropped"),
    [
        (LayerPolicy(Policy.RULES), [], set()),
        (LayerPolicy(Policy.FILL, 0.7), [NEW], set()),
        (LayerPolicy(Policy.FILL, 0.5), [NEW, UNSURE], set()),
        (LayerPolicy(Policy.FILL, 0.9), [], set()),
        (LayerPolicy(Policy.MODEL, 0.7), [OTHER_LABEL, LONGER, NEW], {(10, 14), (20, 24)}),
        (LayerPolicy(Policy.MODEL, 0.9), [], set()),
        (LayerPolicy(Policy.AGREEMENT, 0.7), [], set()),
        (LayerPolicy(Policy.AGREEMENT, 0.9), [], {(10, 14), (20, 24)}),
    ],
)
def test_policies(policy: LayerPolicy, added: list[PredictedSpan], dropped: set[tuple[int, int]]) -> None:
    decision = decide(RULES, FOUND, policy)
    assert [span for span, _ in decision.added] == added
    assert decision.dropped == dropped


def test_what_comes_in_knows_whose_place_it_takes() -> None:
    wide = PredictedSpan(12, 22, Layer.UNIT, "co", 0.9)
    decision = decide(RULES, [wide], LayerPolicy(Policy.MODEL, 0.5))
    assert decision.added == ((wide, ((10, 14), (20, 24))),)


def test_a_long_span_of_the_rules_is_met_wherever_the_model_touches_it() -> None:
    rules = [((0, 50), ""), ((5, 6), ""), ((60, 61), "")]
    found = [PredictedSpan(40, 45, Layer.TASK, "", 0.9), PredictedSpan(50, 60, Layer.TASK, "", 0.9)]
    assert [span.start for span, _ in decide(rules, found, LayerPolicy(Policy.FILL)).added] == [50]
