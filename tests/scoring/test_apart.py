"""Strict layers that look at one thing each."""

from __future__ import annotations

from dataclasses import replace

from policy_nlp.schema import Document
from policy_nlp.scoring import score


def test_a_wrong_task_costs_the_link_and_nothing_else(gold: Document) -> None:
    moved = replace(gold, targets=tuple(replace(target, task="t1") for target in gold.targets))
    found = score(gold, moved)
    assert (found["target_span"]["tp"], found["target_reading"]["tp"], found["target_link"]["tp"]) == (2, 2, 1)


def test_a_wrong_value_costs_the_reading_and_nothing_else(gold: Document) -> None:
    late = replace(gold, deadlines=tuple(replace(one, value="2030-12-31") for one in gold.deadlines))
    found = score(gold, late)
    assert (found["deadline_span"]["tp"], found["deadline_reading"]["tp"], found["deadline_link"]["tp"]) == (2, 0, 2)


def test_a_body_of_a_block_below_several_tasks_is_inherited(gold: Document) -> None:
    both = replace(gold, units=(replace(gold.units[2], tasks=("t1", "t2")),))
    found = score(both, both)
    assert (found["unit_own"]["gold"], found["unit_inherited"]["gold"]) == (1, 1)


def test_links_to_tasks_that_end_otherwise_are_lenient(gold: Document, pred: Document) -> None:
    start, end = gold.tasks[1].span
    later = replace(gold, tasks=(gold.tasks[0], replace(gold.tasks[1], span=(start + 3, end))))
    found = score(gold, later)
    assert found["unit_lead"]["tp"] == 1
    assert found["unit_lead_overlap"]["tp"] == found["unit_lead_iou"]["tp"] == 2
