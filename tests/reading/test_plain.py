"""Plain text stays as it is; its lines are its paragraphs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policy_nlp.reading import plain_blocks, read_bytes
from tests.reading.marked import shown


def test_line_ends_stay_and_blank_lines_are_no_blocks() -> None:
    page = read_bytes("一、总体要求\r\n\r\n　　\r（一）目标。\n".encode(), path="plan.txt")
    assert page.text == "一、总体要求\r\n\r\n　　\r（一）目标。\n"
    assert shown(page) == ["paragraph: 一、总体要求", "paragraph: （一）目标。"]


def test_indentation_is_part_of_the_line() -> None:
    assert [block.span for block in plain_blocks("　　一是巡查。\n")] == [(0, 7)]


@given(st.text())
def test_blocks_hold_every_character_that_is_not_white_space(text: str) -> None:
    covered = "".join(text[slice(*block.span)] for block in plain_blocks(text))
    assert "".join(covered.split()) == "".join(text.split())
