"""Figures computed by hand for the two documents of conftest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policy_nlp.schema import Document, Role
from policy_nlp.scoring import LAYERS, score


def figures(gold: int, pred: int, tp: int, *, p: float, r: float, f1: float) -> dict[str, float]:
    return {"p": p, "r": r, "f1": f1, "gold": gold, "pred": pred, "tp": tp}


HALF = figures(2, 2, 1, p=0.5, r=0.5, f1=0.5)
ONE = figures(1, 1, 1, p=1.0, r=1.0, f1=1.0)
TWO = figures(2, 2, 2, p=1.0, r=1.0, f1=1.0)
NONE = figures(0, 0, 0, p=1.0, r=1.0, f1=1.0)
TWO_OF_THREE = figures(3, 3, 2, p=0.6667, r=0.6667, f1=0.6667)
# One deadline of two was found.
FOUND_ONE = figures(2, 1, 1, p=1.0, r=0.5, f1=0.6667)
# The co is called lead, and a lead is at the wrong task.
LEADS = figures(2, 3, 1, p=0.3333, r=0.5, f1=0.4)
LOST = figures(1, 0, 0, p=0.0, r=0.0, f1=0.0)

STRICT = {
    "plans": ONE,
    "sections": ONE,
    "task_start": TWO,
    "task_span": HALF,
    # The lead at the wrong task is still the right mention.
    "unit_mention": TWO_OF_THREE,
    "unit_lead": LEADS,
    "unit_co": LOST,
    "unit_actor": NONE,
    "deadline_span": FOUND_ONE,
    "deadline_value": FOUND_ONE,
    "target_value": HALF,
    "target_numeric": HALF,
    "target_span": TWO,
    "plan_span": ONE,
    "section_span": ONE,
    "task_boundary": figures(4, 4, 3, p=0.75, r=0.75, f1=0.75),
    "unit_span": figures(3, 3, 3, p=1.0, r=1.0, f1=1.0),
    "unit_link": TWO_OF_THREE,
    # At the wrong task a body lies outside it, as one that is inherited does.
    "unit_own": figures(3, 2, 1, p=0.5, r=0.3333, f1=0.4),
    "unit_inherited": figures(0, 1, 0, p=0.0, r=0.0, f1=0.0),
    "deadline_reading": FOUND_ONE,
    "deadline_link": FOUND_ONE,
    "target_reading": HALF,
    "target_link": TWO,
}
# The task that ends early keeps more than half of its text, so that both lenient measures agree here.
LENIENT = {
    "plan": ONE,
    "section": ONE,
    "task": TWO,
    "unit": TWO_OF_THREE,
    "deadline": FOUND_ONE,
    "target": HALF,
    "unit_span": figures(3, 3, 3, p=1.0, r=1.0, f1=1.0),
    "deadline_span": FOUND_ONE,
    "target_span": TWO,
    "unit_lead": LEADS,
    "unit_co": LOST,
    "unit_actor": NONE,
    "deadline_value": FOUND_ONE,
    "target_value": HALF,
    "unit_link": TWO_OF_THREE,
    "deadline_link": FOUND_ONE,
    "target_link": TWO,
}
EXPECTED = STRICT | {f"{name}_{how}": one for how in ("overlap", "iou") for name, one in LENIENT.items()}


def test_every_layer_is_expected() -> None:
    assert tuple(EXPECTED) == LAYERS


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
