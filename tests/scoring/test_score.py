"""Figures computed by hand for the two documents of conftest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policy_nlp.schema import Document, Role
from policy_nlp.scoring import LAYERS, score

HALF = {"p": 0.5, "r": 0.5, "f1": 0.5, "gold": 2, "pred": 2, "tp": 1}
EXPECTED = {
    "plans": {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 1, "pred": 1, "tp": 1},
    "sections": {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 1, "pred": 1, "tp": 1},
    "task_start": {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 2, "pred": 2, "tp": 2},
    "task_span": HALF,
    # The co is called lead; the lead at the wrong task is still the right mention.
    "unit_mention": {"p": 0.6667, "r": 0.6667, "f1": 0.6667, "gold": 3, "pred": 3, "tp": 2},
    "unit_lead": {"p": 0.3333, "r": 0.5, "f1": 0.4, "gold": 2, "pred": 3, "tp": 1},
    "unit_co": {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 1, "pred": 0, "tp": 0},
    "unit_actor": {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 0, "pred": 0, "tp": 0},
    "deadline_span": {"p": 1.0, "r": 0.5, "f1": 0.6667, "gold": 2, "pred": 1, "tp": 1},
    "deadline_value": {"p": 1.0, "r": 0.5, "f1": 0.6667, "gold": 2, "pred": 1, "tp": 1},
    "target_value": HALF,
    "target_numeric": HALF,
    "target_span": {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 2, "pred": 2, "tp": 2},
    "task_overlap": {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 2, "pred": 2, "tp": 2},
    "unit_overlap": {"p": 0.6667, "r": 0.6667, "f1": 0.6667, "gold": 3, "pred": 3, "tp": 2},
    "deadline_overlap": {"p": 1.0, "r": 0.5, "f1": 0.6667, "gold": 2, "pred": 1, "tp": 1},
    "target_overlap": HALF,
}


@pytest.mark.parametrize("layer", LAYERS)
def test_figures_are_those_computed_by_hand(gold: Document, pred: Document, layer: str) -> None:
    assert score(gold, pred)[layer] == EXPECTED[layer]


def test_a_document_scores_1_against_itself(gold: Document) -> None:
    assert all(figures["f1"] == 1.0 for figures in score(gold, gold).values())


def test_taste_about_rims_costs_nothing(gold: Document) -> None:
    start, end = gold.tasks[0].span
    trimmed = replace(gold, tasks=(replace(gold.tasks[0], span=(start, end - 1)), gold.tasks[1]))
    assert score(gold, trimmed)["task_span"]["f1"] == 1.0


def test_a_unit_of_two_tasks_counts_at_each(gold: Document) -> None:
    both = replace(gold, units=(replace(gold.units[0], tasks=("t1", "t2")),))
    once = replace(gold, units=(gold.units[0],))
    assert score(both, once)["unit_lead"] == {"p": 1.0, "r": 0.5, "f1": 0.6667, "gold": 2, "pred": 1, "tp": 1}


def test_a_task_that_does_not_exist_counts_for_nobody(gold: Document) -> None:
    astray = replace(gold, units=(replace(gold.units[0], tasks=("t9",)),))
    assert score(gold, astray)["unit_lead"]["pred"] == 0
    assert score(gold, astray)["unit_mention"]["tp"] == 1


def test_spans_of_a_prediction_without_text_index_the_gold_text(gold: Document) -> None:
    assert score(gold, replace(gold, text=""))["unit_lead"]["f1"] == 1.0


def test_a_deadline_of_no_task_is_not_that_of_a_task(gold: Document) -> None:
    loose = replace(gold, deadlines=tuple(replace(item, task=None) for item in gold.deadlines))
    assert score(gold, loose)["deadline_value"]["tp"] == 0
    assert score(gold, loose)["deadline_span"]["tp"] == 2


def test_a_repeated_mention_must_be_found_twice(gold: Document) -> None:
    twice = replace(gold, units=(gold.units[0], gold.units[0]))
    assert score(twice, replace(gold, units=gold.units[:1]))["unit_mention"]["r"] == 0.5


def test_the_role_of_an_actor_has_its_own_layer(gold: Document) -> None:
    acting = replace(gold, units=tuple(replace(item, role=Role.ACTOR) for item in gold.units))
    assert score(acting, acting)["unit_actor"]["gold"] == 3
    assert score(acting, gold)["unit_actor"]["r"] == 0.0
