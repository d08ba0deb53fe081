"""Headings of task tables over one, two and three rows."""

from __future__ import annotations

import pytest

from policy_nlp.structure.columns import Column
from policy_nlp.structure.paragraphs import Layout, Paragraph
from policy_nlp.structure.tables import task_rows

Cell = tuple[int, int, str] | tuple[int, int, str, int]
"""Row, column, text and, where it is merged, the number of rows."""


def read(*cells: Cell, language: str = "zh") -> list[dict[str, str]]:
    """What each row of the table says, by the names of its columns."""
    folded, paragraphs = "", []
    for row, column, text, *rows in cells:
        start = len(folded)
        folded += text + "\n"
        span = (start, start + len(text))
        paragraphs.append(Paragraph(*span, Layout.CELL, 0, 0, row, column, rows[0] if rows else 1))
    found = task_rows(folded, paragraphs, language=language)
    return [{kind.value: folded[p[0].start : p[0].end] for kind, p in row.cells.items()} for row in found]


_DATA: tuple[Cell, ...] = ((3, 0, "加固堤防"), (3, 1, "市水利局"), (3, 2, "市财政局"), (3, 3, "2026年底前"))
_ROW = {"work": "加固堤防", "lead": "市水利局", "co": "市财政局", "deadline": "2026年底前"}


@pytest.mark.parametrize(
    "heading",
    [
        ((2, 0, "重点任务"), (2, 1, "牵头单位"), (2, 2, "配合单位"), (2, 3, "完成时限")),
        ((1, 0, "重点任务", 2), (1, 1, "责任分工"), (1, 3, "完成时限", 2), (2, 1, "牵头单位"), (2, 2, "配合单位")),
        ((1, 0, "重点任务"), (1, 1, "责任单位"), (1, 3, "完成时限"), (2, 1, "牵头单位"), (2, 2, "配合单位")),
        (
            (0, 0, "重点任务", 3),
            (0, 1, "组织与进度"),
            (1, 1, "工作分工"),
            (1, 3, "完成时限", 2),
            (2, 1, "牵头单位"),
            (2, 2, "配合单位"),
        ),
    ],
    ids=["one row", "merged", "not merged", "three rows"],
)
def test_the_lower_rows_part_what_the_upper_ones_name(heading: tuple[Cell, ...]) -> None:
    assert read(*heading, *_DATA) == [_ROW]


def test_a_group_cell_covers_its_rows() -> None:
    cells: tuple[Cell, ...] = (
        (0, 0, "Theme"),
        (0, 1, "Action"),
        (0, 2, "Lead"),
        (1, 0, "Water", 2),
        (1, 1, "Survey dams"),
        (1, 2, "Water Board", 2),
        (2, 1, "Clear drains"),
    )
    assert read(*cells, language="en") == [
        {"group": "Water", "work": "Survey dams", "lead": "Water Board"},
        {"group": "Water", "work": "Clear drains", "lead": "Water Board"},
    ]


def test_a_row_of_the_table_is_no_heading() -> None:
    rows = read((0, 0, "任务"), (0, 1, "责任单位"), (1, 0, "整治任务"), (1, 1, "市水利局"))
    assert rows == [{"work": "整治任务", "responsible": "市水利局"}]


def test_years_below_a_heading_name_what_has_to_be_reached() -> None:
    cells: tuple[Cell, ...] = (
        (0, 0, "指标", 2),
        (0, 1, "目标值"),
        (0, 3, "责任单位", 2),
        (1, 1, "2025年"),
        (1, 2, "2026年"),
        (2, 0, "污水处理率"),
        (2, 1, "90%"),
        (2, 2, "95%"),
        (2, 3, "市水利局"),
    )
    assert read(*cells) == [{"work": "污水处理率", Column.TARGET.value: "95%", "responsible": "市水利局"}]
