"""The sample plans are extracted as their gold says, but for a few items."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_nlp.scoring import evaluate
from policy_nlp.scoring.layers import STANDARD

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
FLOOR = 0.9


@pytest.fixture(scope="module")
def micro() -> dict[str, dict[str, float]]:
    return evaluate(SAMPLES / "zh", run=True)["micro"]


@pytest.mark.parametrize("layer", STANDARD)
def test_chinese_samples_reach_the_floor(micro: dict[str, dict[str, float]], layer: str) -> None:
    assert micro[layer]["gold"] > 0
    assert micro[layer]["f1"] >= FLOOR
