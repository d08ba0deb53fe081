"""Task tables: what columns mean, and which rows have work in them."""

from __future__ import annotations

import pytest

from policy_nlp import parse
from policy_nlp.structure.columns import Column, column_lexicon, is_header, role_of


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("序号", Column.NUMBER),
        ("工作 任务", Column.WORK),
        ("牵头单位（部门）", Column.LEAD),
        ("**配合单位**", Column.CO),
        ("责任单位及责任人", Column.RESPONSIBLE),
        ("完成时限", Column.DEADLINE),
        ("备注", None),
        ("", None),
        ("牵头单位要于每月五日前报送工作进展情况", None),
        ("市级牵头单位", Column.LEAD),
        ("责任分工", Column.RESPONSIBLE),
        ("计划完成时限", Column.DEADLINE),
        ("预期成果", Column.TARGET),
        ("牵头领导", Column.PERSONS),
        ("分管领导", Column.PERSONS),
        ("督办单位", None),
        ("进展情况", None),
    ],
)
def test_column_of_a_heading(heading: str, column: Column | None) -> None:
    found = column_lexicon("zh").of(heading.replace("（", "(").replace("）", ")"))
    assert found is column


def test_a_header_says_the_work_and_something_about_it() -> None:
    assert is_header([Column.WORK, None, Column.DEADLINE])
    assert not is_header([Column.NUMBER, Column.LEAD, Column.DEADLINE])


@pytest.mark.parametrize(
    ("columns", "role"),
    [
        ({Column.RESPONSIBLE}, "co"),
        ({Column.RESPONSIBLE, Column.CO}, "lead"),
        ({Column.RESPONSIBLE, Column.LEAD}, "co"),
    ],
)
def test_the_role_of_those_responsible_depends_on_the_other_columns(columns: set[Column], role: str) -> None:
    assert role_of(Column.RESPONSIBLE, frozenset(columns), language="zh") == role


FLAT = "序号\n工作任务\n牵头单位\n完成时限\n1\n改造场站\n市交通局\n2025年6月底前\n2\n新建站点\n市住建局\n2025年底前\n"


def test_a_flattened_table_gives_its_rows_and_ends_with_them() -> None:
    document = parse(FLAT + "三、工作要求\n（一）各单位要加强领导。\n（二）各单位要报送进展。", language="zh")
    assert [task.number for task in document.tasks] == ["1", "2", "一", "二"]
    assert [unit.quote for unit in document.units if unit.rule == "table.lead"] == ["市交通局", "市住建局"]


def test_headings_in_a_row_alone_are_no_table() -> None:
    assert parse("序号\n工作任务\n牵头单位\n", language="zh").tasks == ()
