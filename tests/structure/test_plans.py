"""Where plans end, however long the page goes on."""

from __future__ import annotations

import pytest

from policy_nlp import parse

PLAN = "石桥区口袋公园建设方案\n一、主要任务\n1.各街道要新建公园。\n2.各街道要改造绿道。\n"


def _plan(text: str) -> str:
    (plan,) = parse(text, language="zh").plans
    return text[slice(*plan.span)]


@pytest.mark.parametrize("behind", ["", "友情链接\n" * 3, "某站要闻：全区绿化工作会议召开。\n" * 40])
def test_a_footer_ends_the_plan_whatever_comes_behind_it(behind: str) -> None:
    assert _plan(f"{PLAN}【打印】【关闭】\n{behind}") == PLAN.rstrip("\n")


def test_words_of_a_footer_in_front_are_left_out() -> None:
    assert _plan(f"首页 > 公开\n字号：大 中 小\n{PLAN}") == PLAN.rstrip("\n")


def test_an_item_that_begins_like_a_footer_stays() -> None:
    text = PLAN + "二、工作要求\n关闭不达标矿点后，各街道要复垦。\n打印台账并归档，各社区要专人保管。"
    assert _plan(text) == text


@pytest.mark.parametrize("count", [2, 5])
def test_each_title_above_a_new_numbering_begins_a_plan(count: int) -> None:
    text = "".join(PLAN.replace("公园", f"公园{'甲乙丙丁戊'[place]}区") for place in range(count))
    assert len(parse(text, language="zh").plans) == count


def test_a_title_named_in_a_sentence_begins_none() -> None:
    text = PLAN + "二、工作要求\n1.各街道要对照《石桥区绿道建设方案》抓好落实。\n2.各街道要报送进展。"
    assert len(parse(text, language="zh").plans) == 1
