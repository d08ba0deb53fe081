"""Limits and earlier runs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from policy_nlp.errors import InputError
from policy_nlp.scoring.gate import held_against, layers_below, read_scores


def scores(*ids: str, **f1: float) -> dict[str, Any]:
    micro = {layer: {"f1": value, "gold": 2} for layer, value in f1.items()}
    return {"micro": micro, "documents": [{"id": name} for name in ids]}


def test_a_layer_that_gold_has_nothing_of_is_not_held_against_anyone() -> None:
    found = scores(plans=0.6, sections=0.1)
    found["micro"]["sections"]["gold"] = 0
    assert layers_below(found, 0.9) == {"plans": 0.6}
    assert layers_below(found, 0.5) == {}


def test_only_standard_layers_are_gated_unless_others_are_chosen() -> None:
    found = scores(plans=0.6, plan_iou=0.5)
    assert layers_below(found, 0.9) == {"plans": 0.6}
    assert layers_below(found, 0.9, layers=["plan_iou"]) == {"plan_iou": 0.5}


def test_a_fall_beyond_the_tolerance_is_told() -> None:
    now, before = scores("a", plans=0.9, task_span=0.7, unit_co=0.5), scores("a", plans=0.91, task_span=0.6)
    moved = held_against(now, before, tolerance=0.005)
    assert moved["fallen"] == ["plans"]
    assert moved["layers"] == {
        "plans": {"f1": 0.9, "before": 0.91, "delta": -0.01},
        "task_span": {"f1": 0.7, "before": 0.6, "delta": 0.1},
    }
    assert held_against(now, before, tolerance=0.01)["fallen"] == []


def test_figures_about_other_documents_are_marked() -> None:
    assert held_against(scores("a", plans=1.0), scores("a", plans=1.0))["same_documents"]
    assert not held_against(scores("a", plans=1.0), scores("b", plans=1.0))["same_documents"]


@pytest.mark.parametrize("content", ["[]", "{}", '{"documents": [], "micro": {"plans": 1}}'])
def test_what_is_not_scores_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "scores.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="not_scores"):
        read_scores(path)


def test_broken_or_missing_scores_are_named(tmp_path: Path) -> None:
    path = tmp_path / "scores.json"
    with pytest.raises(InputError, match="no_such_file"):
        read_scores(path)
    path.write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="json_broken"):
        read_scores(path)
    path.write_text(json.dumps(scores("a", plans=1.0)), encoding="utf-8")
    assert read_scores(path)["micro"]["plans"]["f1"] == 1.0
