"""Which numbers open items: all that open a paragraph, and inside one those that go on a sequence."""

from __future__ import annotations

import pytest

from policy_nlp.structure.markers import accepted
from policy_nlp.structure.splitting import split
from policy_nlp.text.folding import fold


def _numbers(text: str, language: str = "zh") -> list[str]:
    view, paragraphs = split(fold(text), language=language)
    return [marker.number for marker in accepted(view.text, paragraphs, language=language)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("一、目标\n（一）近期", ["一", "一"]),
        ("（一）健全机制。一是例会。二是通报。", ["一", "一是", "二是"]),
        ("（一）健全机制。一是例会。三是通报。", ["一", "一是", "三是"]),
        ("（一）这一是大事，二是难事吗？", ["一"]),
        ("1.整治。（1）排查；（2）整改。", ["1", "1", "2"]),
        ("1.见附图（2）所示。", ["1"]),
        ("1.按标准（3）执行，参照（4）要求。", ["1"]),
        ("3.修路1.5公里，投资2.3亿元。", ["3"]),
        ("一、目标。二、任务。", ["一", "二"]),
        ("分三类：一、二、三类。", []),
    ],
)
def test_numbers_that_open_items(text: str, numbers: list[str]) -> None:
    assert _numbers(text) == numbers


def test_a_sequence_needs_a_second_item_to_begin_inside_a_paragraph() -> None:
    assert _numbers("工作中①要细致。") == []
    assert _numbers("要求：①细致；②及时。") == ["①", "②"]
