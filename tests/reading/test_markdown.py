"""Markdown keeps its text; its marks become blocks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_nlp.reading import BlockKind, markdown_blocks, read_bytes
from tests.reading.marked import shown


def blocks(text: str) -> list[str]:
    return shown(read_bytes(text.encode(), path="plan.md"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Goal 2: Safer dams ##\n", ["heading 2: Goal 2: Safer dams"]),
        ("#二、重点任务\n", ["heading 1: 二、重点任务"]),
        ("#1 priority is safety\n", ["paragraph: #1 priority is safety"]),
        ("Safer dams\n==========\nWe will act.\n", ["heading 1: Safer dams", "paragraph: We will act."]),
        ("工作任务\r\n---\r\n", ["heading 2: 工作任务"]),
        ("We will act.\n\n---\n\nNext.\n", ["paragraph: We will act.", "paragraph: Next."]),
        ("- Survey all dams\n", ["list_item 1: Survey all dams"]),
        ("  1. Survey all dams\n", ["list_item 2: 1. Survey all dams"]),
        ("* * *\n", []),
        ("1.5 million trees\n", ["paragraph: 1.5 million trees"]),
        ("一、排查\n二、整改\n", ["paragraph: 一、排查", "paragraph: 二、整改"]),
    ],
)
def test_lines(text: str, expected: list[str]) -> None:
    assert blocks(text + "\nEnd\n") == [*expected, "paragraph: End"]


def test_front_matter_is_no_block() -> None:
    assert blocks("---\ntitle: Dam plan\n---\n# Dam plan\n") == ["heading 1: Dam plan"]


def test_pipe_table_with_an_empty_cell_and_an_escaped_pipe() -> None:
    text = "| Action | Lead |  Due |\n|:--|---|--:|\n| Survey \\| map |  | Q3 2027 |\n\nAfter | the table\n"
    assert blocks(text) == [
        "table",
        *["row", "0,0: Action", "0,1: Lead", "0,2: Due"],
        *["row", "1,0: Survey \\| map", "1,2: Q3 2027"],
        "paragraph: After | the table",
    ]


def test_a_cell_that_keeps_its_line_breaks_is_one_cell() -> None:
    text = "| Action | Outline |\n|---|---|\n| Survey | All dams:\n\n(1) large ones |\n| Repair | Weirs |\n"
    assert "1,1: All dams:\n\n(1) large ones" in blocks(text)
    assert "2,0: Repair" in blocks(text)


def test_a_line_with_a_pipe_is_no_table() -> None:
    assert blocks("Lead | Partners\nDues | none\n") == ["paragraph: Lead | Partners", "paragraph: Dues | none"]


@given(st.text(alphabet=st.sampled_from("#-=|*_1.) \t\r\n\\ab一")))
def test_leaves_lie_in_order_and_cells_in_their_rows(text: str) -> None:
    found = markdown_blocks(text)
    leaves = [block for block in found if block.kind not in (BlockKind.TABLE, BlockKind.ROW)]
    assert all(before.span[1] <= after.span[0] for before, after in pairwise(leaves))
    assert all(text[slice(*block.span)].strip() for block in found)
    row = (0, 0)
    for block in found:
        row = block.span if block.kind is BlockKind.ROW else row
        assert block.kind is not BlockKind.CELL or row[0] <= block.span[0] < block.span[1] <= row[1]
