"""The built pairs of plans go through `compare`, within a language and across."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.building.built_card import SPLITS
from policy_nlp.comparison import compare, comparison_json
from policy_nlp.schema import Document
from policy_nlp.scoring.gaps import gap_tally, read_compared
from policy_nlp.scoring.gaps.records import Compared, predicted_compared, sides
from policy_nlp.scoring.gaps.tally import PAIRS

Pair = tuple[Compared, tuple[Document, Document]]


@pytest.fixture(scope="module")
def pairs(built: Path) -> dict[str, Pair]:
    """What gold says of each pair of plans, and both plans as gold has them."""
    return dict(gold_pairs(built))


def gold_pairs(built: Path) -> Iterator[tuple[str, Pair]]:
    listed = json.loads((built / "manifest.json").read_bytes())["pairs"]
    for split in SPLITS:
        if any(one["gaps"].startswith(f"{split}/") for one in listed):
            found = read_compared(built / split / "pairs", built / split)
            yield from ((name, (found.gold[name], found.plans[name])) for name in found.ids)


def test_every_pair_goes_through_compare(built: Path, pairs: dict[str, Pair]) -> None:
    listed = json.loads((built / "manifest.json").read_bytes())["pairs"]
    assert sorted(pairs) == sorted(f"{one['template']}--{one['local']}" for one in listed)
    assert {(above.language, below.language) for _, (above, below) in pairs.values()} == {
        ("zh", "zh"),
        ("en", "en"),
        ("zh", "en"),
        ("en", "zh"),
    }


def test_compare_finds_counterparts_in_every_pair_of_gold_plans(pairs: dict[str, Pair]) -> None:
    for name, (gold, plans) in pairs.items():
        found = predicted_compared(comparison_json(compare(*plans)), sides(*plans))
        assert gap_tally(gold, found)[PAIRS].tp, name


def test_gaps_quote_the_tasks_that_they_name(built: Path, pairs: dict[str, Pair]) -> None:
    for path in built.glob("*/pairs/*.gaps.json"):
        data = json.loads(path.read_bytes())
        _, plans = pairs[f"{data['template']}--{data['local']}"]
        for side, plan in zip(("template", "local"), plans, strict=True):
            for gap in data["gaps"]:
                if quote := gap.get(f"{side}_quote"):
                    assert quote in plan.text, (path.name, quote)
