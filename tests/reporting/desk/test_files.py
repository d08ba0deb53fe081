"""The workbook, the letter and the Markdown about many plans, opened with other libraries."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document as open_word
from openpyxl import load_workbook

from policy_nlp.desk import Desk
from policy_nlp.reporting.desk.letter import gap_letter
from policy_nlp.reporting.desk.markdown import desk_markdown
from policy_nlp.reporting.desk.words import basis, local_names
from policy_nlp.reporting.desk.workbook import desk_workbook
from tests.desk.conftest import desk, make_desk

__all__ = ["desk", "make_desk"]


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("zh", ["总览", "覆盖矩阵", "差距清单", "多数方案缺漏的任务", "依据"]),
        ("en", ["Scores", "Coverage", "Gaps", "Tasks most plans lack", "Basis"]),
    ],
)
def test_the_workbook_has_all_of_it(desk: Desk, lang: str, names: list[str]) -> None:
    book = load_workbook(BytesIO(desk_workbook(desk, basis(desk, "policy_nlp.toml"), lang)))
    assert book.sheetnames == names
    scores, coverage, gaps, missed, rests_on = book.worksheets
    assert next(row[0].value for row in scores.iter_rows(min_row=2)).startswith("云渡市")
    assert coverage.max_row == 4 and gaps.max_row == 6 and missed.max_row == 2
    said = [cell.value for row in rests_on.iter_rows() for cell in row]
    assert desk.template.source.sha256 in said and "policy_nlp.toml" in said


def test_the_letter_lists_what_a_plan_lacks(desk: Desk) -> None:
    local = desk.comparisons[2].local
    word = open_word(BytesIO(gap_letter(desk, local, basis(desk, None), "zh")))
    (table,) = word.tables
    assert len(table.rows) == 4
    assert any("2026年底前" in cell.text for row in table.rows for cell in row.cells)
    assert any(local.source.sha256 in paragraph.text for paragraph in word.paragraphs if local.source.sha256)


def test_the_letter_to_a_plan_that_lacks_nothing_says_so(desk: Desk) -> None:
    word = open_word(BytesIO(gap_letter(desk, desk.comparisons[0].local, basis(desk, None), "en")))
    assert not word.tables and any("lacks nothing" in paragraph.text for paragraph in word.paragraphs)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_desk_gives_the_same_bytes(desk: Desk, lang: str) -> None:
    rests_on = basis(desk, None)
    assert desk_workbook(desk, rests_on, lang) == desk_workbook(desk, rests_on, lang)
    assert desk_markdown(desk, rests_on, lang) == desk_markdown(desk, rests_on, lang)


def test_markdown_shows_the_matrix(desk: Desk) -> None:
    shown = desk_markdown(desk, basis(desk, None), "zh")
    assert "## 覆盖矩阵" in shown and "缺失" in shown


def test_plans_of_one_title_are_told_apart(desk: Desk) -> None:
    alike = [replace(one, local=replace(one.local, plans=desk.comparisons[0].local.plans)) for one in desk.comparisons]
    names = local_names(replace(desk, comparisons=tuple(alike)))
    assert len(set(names.values())) == 3 and names["songxi"].endswith("(songxi)")
