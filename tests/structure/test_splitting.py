"""Paragraphs: lines, and white space that stands for a break."""

from __future__ import annotations

import pytest

from policy_nlp.structure.splitting import split
from policy_nlp.text.folding import fold


def _shown(text: str, language: str = "zh") -> list[str]:
    view, paragraphs = split(fold(text), language=language)
    return [f"{p.layout.value}: {view.text[p.start : p.end]}" for p in paragraphs]


def _levels(text: str) -> list[int]:
    return [paragraph.level for paragraph in split(fold(text), language="zh")[1]]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("　　第一段。\n\n  第二段。\n", ["text: 第一段。", "text: 第二段。"]),
        ("## 主要任务", ["heading: 主要任务"]),
        ("- 清理沟渠\n  - 修复涵洞", ["bullet: 清理沟渠", "bullet: 修复涵洞"]),
        ("**（一）目标**", ["text: (一)目标"]),
        ("------\n目标\n* * *", ["text: 目标"]),
        ("任务\t单位", ["cell: 任务", "cell: 单位"]),
        ("| 任务 | 单位 |\n|---|---|\n| 修路 | |", ["cell: 任务", "cell: 单位", "cell: 修路"]),
        ("\n \n\t\n", []),
    ],
)
def test_lines_and_their_layout(text: str, shown: list[str]) -> None:
    assert _shown(text) == shown


def test_a_wide_gap_breaks_a_long_line_only() -> None:
    long = "一、目标" + "逐步完善设施" * 40 + "。　　二、任务"
    assert [line[-5:] for line in _shown(long)] == ["完善设施。", " 二、任务"]
    assert _shown("姓名　　电话") == ["text: 姓名  电话"]


def test_the_level_of_a_heading_is_its_marks_and_that_of_a_bullet_grows_with_its_indent() -> None:
    assert _levels("# 目标\n### 任务") == [1, 3]
    outer, inner = _levels("- 清理沟渠\n  - 修复涵洞")
    assert outer < inner


def test_a_single_gap_breaks_a_line_that_was_written_without_breaks() -> None:
    paragraph = "一、目标" + "逐步完善设施" * 220 + " 二、任务"
    assert len(_shown(paragraph)) == 2
    assert len(_shown(paragraph[-250:])) == 1
    assert len(_shown("短段落。\n" * 50 + paragraph)) == 52


def test_a_single_gap_breaks_a_short_line_where_headings_stand_behind_it() -> None:
    line = "方案 制定本方案。 一、目标 2025年完成。 二、任务 (一)修路。"
    pieces = ["方案", "制定本方案。", "一、目标", "2025年完成。", "二、任务", "(一)修路。"]
    assert _shown(line) == [f"text: {piece}" for piece in pieces]


def test_a_single_gap_breaks_nothing_where_wider_ones_part_the_pieces() -> None:
    assert len(_shown("关于 修路的方案   制定本方案。 一、目标 完成。 二、任务 修路。")) == 1
