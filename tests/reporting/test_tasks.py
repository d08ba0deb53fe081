"""The task table and its CSV."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest

from policy_nlp.reporting.forms import Form
from policy_nlp.reporting.render import body, opening
from policy_nlp.reporting.task_csv import COLUMNS, csv_headings, csv_rows, neutral
from policy_nlp.reporting.task_rows import task_rows
from policy_nlp.reporting.task_table import task_table
from policy_nlp.reporting.width import width
from policy_nlp.schema import Document, Source


def test_a_row_has_all_that_is_bound_to_its_task(document: Document) -> None:
    first, second = task_rows(document)
    assert (first.plan, first.sections, first.number) == ("青禾县水库安全方案", ("一 重点任务",), "一 一")
    assert (first.lead, first.co, first.deadlines) == (("水务局",), ("各乡镇",), ("2026年底前 (2026-12-31)",))
    assert (second.lead, second.co, second.deadlines) == ((), ("各乡镇",), ("每季度",))
    assert second.targets == ("整改率100%",)


def test_a_task_without_a_title_shows_its_beginning(document: Document) -> None:
    assert task_rows(document)[1].title == "（二）每季度巡查，整改率100%。"
    long = replace(document.tasks[1], quote="巡查" * 40)
    assert task_rows(replace(document, tasks=(long,)))[0].title == "巡查" * 20 + "…"


def test_csv_opens_in_a_spreadsheet(document: Document) -> None:
    content = csv_headings("zh") + csv_rows(task_rows(document), "zh")
    assert content.startswith("\ufeff文件,编号,规划,")
    rows = list(csv.DictReader(StringIO(content.removeprefix("\ufeff"))))
    assert [row["牵头单位"] for row in rows] == ["水务局", ""]
    assert len(rows[0]) == len(COLUMNS)


@pytest.mark.parametrize("cell", ["=1+1", "+86", "-1", "@SUM(A1)", "\tx", "＝1"])
def test_formulas_are_neutralized(document: Document, cell: str) -> None:
    assert neutral(cell) == f"'{cell}"
    tampered = replace(document, tasks=(replace(document.tasks[0], quote=cell),))
    assert f"'{cell}" in csv_rows(task_rows(tampered), "en")


def test_the_table_names_what_it_shows_and_fits(document: Document) -> None:
    table = task_table(document, "zh", columns=72)
    assert table.startswith("qinghe：规划 1，章节 1，任务 2，单位 2，时限 2，指标 1\n\n青禾县水库安全方案\n\n编号")
    assert "牵头单位" in table and "行为主体" not in table
    assert max(map(width, table.splitlines())) <= 72


def test_english_headings(document: Document) -> None:
    assert "Lead" in task_table(document, "en", columns=100)
    assert csv_headings("en").startswith("\ufeffDocument,Id,Plan,Section,")


@pytest.mark.parametrize(
    ("media_type", "there"), [("text/plain", False), ("text/markdown", False), ("text/html", True)]
)
def test_json_carries_the_text_that_no_file_holds(document: Document, media_type: str, there: bool) -> None:
    page = replace(document, source=Source("plan", media_type, "0" * 64))
    assert ('"text":' in body(page, Form.JSON, "en", with_text=False, columns=80)) is there
    assert '"text":' in body(page, Form.JSON, "en", with_text=True, columns=80)


def test_json_lines_are_one_line(document: Document) -> None:
    assert body(document, Form.JSONL, "en", with_text=True, columns=80).count("\n") == 1
    assert opening(Form.JSONL, "en") == ""
