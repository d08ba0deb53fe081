"""The outline: where items nest, and where the body of a plan ends."""

from __future__ import annotations

import pytest

from policy_nlp import parse

BODY = "石桥区疏堵方案\n一、主要任务\n1.各街道要打通断头路。\n2.各街道要优化信号灯。"


def _sections(text: str) -> list[str]:
    return [f"{item.level} {item.number} {item.title}".rstrip() for item in parse(text, language="zh").sections]


def test_the_outline_follows_the_order_in_which_styles_appear() -> None:
    text = "1.交通\n（1）道路\n①各镇要补坑。\n②各镇要划线。\n（2）公交\n①各线要加密。\n②各站要增亮。"
    assert _sections(text) == ["1 1 交通", "2 1 道路", "2 2 公交"]


@pytest.mark.parametrize(
    "tail",
    [
        "\n石桥区人民政府\n2024年3月6日",
        "\n附件：断头路清单\n石桥区人民政府\n2024年3月6日",
        "\n（此件公开发布）",
        "\n抄送：区委办公室",
    ],
)
def test_the_tail_of_a_plan_belongs_to_no_item(tail: str) -> None:
    document = parse(BODY + tail, language="zh")
    assert [task.quote for task in document.tasks] == ["1.各街道要打通断头路。", "2.各街道要优化信号灯。"]
    assert [deadline.quote for deadline in document.deadlines] == []
    assert document.plans[0].span == (0, len(BODY + tail))


def test_a_date_above_the_first_item_ends_nothing() -> None:
    text = BODY.replace("方案\n", "方案\n2024年3月6日\n")
    assert len(parse(text, language="zh").tasks) == 2


def test_an_annex_is_a_section_without_tasks() -> None:
    text = BODY + "\n石桥区人民政府\n2024年3月6日\n附件1\n断头路清单\n各街道要核对。"
    document = parse(text, language="zh")
    assert [section.type.value for section in document.sections] == ["tasks", "annex"]
    assert len(document.tasks) == 2


def test_prose_behind_the_last_item_does_not_grow_it() -> None:
    document = parse(BODY + "\n城区道路多建于上世纪。", language="zh")
    assert document.tasks[-1].quote == "2.各街道要优化信号灯。"


def test_text_below_a_short_item_belongs_to_it_where_its_siblings_have_some_too() -> None:
    text = "一、主要任务\n1.打通断头路\n各街道要配合征收。\n2.优化信号灯\n交警大队要重新配时。"
    assert [task.quote for task in parse(text, language="zh").tasks] == text.split("\n", 1)[1].replace(
        "\n2.", "\n\n2."
    ).split("\n\n")
