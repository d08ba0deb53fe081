"""The sample plans are extracted as their gold says, but for a few items, in each language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from policy_nlp.lexicon.load import LANGUAGES
from policy_nlp.scoring import evaluate
from policy_nlp.scoring.layers import STANDARD

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
FLOOR = 0.9


@cache
def _micro(language: str) -> dict[str, dict[str, float]]:
    return evaluate(SAMPLES / language, run=True)["micro"]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("layer", STANDARD)
def test_samples_reach_the_floor(language: str, layer: str) -> None:
    micro = _micro(language)
    assert micro[layer]["gold"] > 0
    assert micro[layer]["f1"] >= FLOOR
