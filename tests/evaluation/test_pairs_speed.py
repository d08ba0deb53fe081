"""The time of a comparison is measured beside that of segmenting the same texts."""

from __future__ import annotations

from evaluation.pairs.speed import medians


def test_both_are_timed_in_turn() -> None:
    plan = "青沙市水库方案\n\n一、重点任务\n1.排查白蚁。封堵坝坡蚁穴。\n2.检修闸门。更换启闭机钢丝绳。\n"
    cutting, comparing = medians(plan * 5, plan * 5, rounds=1)
    assert cutting >= 0
    assert comparing > 0
