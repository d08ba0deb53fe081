"""Which tasks go together: as they are, split, merged, in part, in another order and in other words."""

from __future__ import annotations

import itertools
import random

import pytest

from policy_nlp.comparison import Relation, compare
from policy_nlp.comparison.assignment import assign
from policy_nlp.pipeline import parse
from tests.comparison.conftest import Compare, types


def test_a_split_task_has_both_its_parts(against: Compare) -> None:
    whole = "1.加强汛期值守。主汛期水库管理单位二十四小时值班。下游村寨安装预警广播，开展撤离演练。"
    parts = (
        "1.加强汛期值守。主汛期水库管理单位二十四小时值班。\n2.安装村寨预警广播。下游村寨安装预警广播，开展撤离演练。"
    )
    comparison = against(whole, parts)
    assert [len(pair.local_tasks) for pair in comparison.pairs] == [2, 1, 1]
    assert comparison.pairs[0].relation is Relation.SPLIT
    assert types(comparison) == []


def test_merged_tasks_share_a_local_one(against: Compare) -> None:
    parts = "1.安装预警广播。下游村寨安装预警广播和警报器。\n2.绘制撤离路线。逐村绘制撤离路线，张贴在村口。"
    whole = "1.安装预警广播、绘制撤离路线。下游村寨安装预警广播和警报器。逐村绘制撤离路线，张贴在村口。"
    comparison = against(parts, whole)
    assert [pair.relation for pair in comparison.pairs[:2]] == [Relation.MERGED, Relation.MERGED]
    assert types(comparison) == []


def test_a_plan_without_numbers_still_aligns() -> None:
    items = [
        "排查白蚁危害。对土石坝坝坡的白蚁危害进行排查，灌浆封堵蚁穴。",
        "修缮启闭机房。更换启闭机房门窗，整理电气线路。",
        "培训巡查员。请专家讲授渗漏识别和拍照上传的方法。",
    ]
    template = "水库管护方案\n\n一、主要任务\n" + "".join(f"{n}.{item}\n" for n, item in enumerate(items, 1))
    local = "水库管护方案\n\n主要任务\n\n" + "\n\n".join(f"要{item}" for item in reversed(items)) + "\n"
    comparison = compare(parse(template), parse(local))
    assert len(comparison.pairs) == len(items)
    assert "missing_task" not in types(comparison)


def test_only_the_template_s_level_can_amend_its_law(against: Compare) -> None:
    comparison = against("1.完善水库法规。修订省水库管理条例，制定大坝安全地方标准。", "")
    assert [item.template_task for item in comparison.not_applicable] == ["t1"]
    assert set(comparison.not_applicable[0].reason) == {"zh", "en"}
    assert types(comparison) == []


@pytest.mark.parametrize("seed", range(60))
def test_the_assignment_is_the_best_of_all(seed: int) -> None:
    draw = random.Random(seed)
    rows, columns = draw.randint(1, 4), draw.randint(1, 4)
    places = itertools.product(range(rows), range(columns))
    worth = {place: draw.randint(1, 100) / 100 for place in places if draw.random() < 0.7}
    found = sum(worth[edge] for edge in assign(worth).items())
    options = [*range(columns), *[None] * rows]
    best = max(
        sum(worth.get((row, column), 0.0) for row, column in enumerate(choice) if column is not None)
        for choice in itertools.permutations(options, rows)
    )
    assert found == pytest.approx(best)
