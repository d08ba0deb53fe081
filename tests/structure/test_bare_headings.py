"""Headings that nothing marks: only in a text that hardly numbers anything."""

from __future__ import annotations

from policy_nlp import parse

LONG = "各街道要对辖区内建成二十年以上的住宅小区逐一登记造册，摸清房屋结构、管线走向和居民改造意愿，形成台账。"


def _titles(text: str) -> list[str]:
    return [section.title for section in parse(text, language="zh").sections]


def test_a_short_line_above_a_long_paragraph_is_a_heading_where_others_are() -> None:
    assert _titles(f"主要任务\n改造老旧小区\n{LONG}\n加装电梯\n{LONG}") == ["主要任务", "改造老旧小区", "加装电梯"]


def test_not_where_items_are_numbered() -> None:
    titles = _titles(f"一、主要任务\n1.改造老旧小区\n{LONG}\n2.加装电梯\n{LONG}\n3.修路\n{LONG}\n区住建局\n{LONG}")
    assert "区住建局" not in titles
