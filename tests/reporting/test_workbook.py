"""The task breakdown workbook, opened with another library than the one that wrote it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from policy_nlp.reporting.workbook import task_workbook
from policy_nlp.schema import Document


def opened(document: Document, lang: str) -> Any:
    return load_workbook(BytesIO(task_workbook(document, lang)))


def cells(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize(
    ("lang", "names", "head"),
    [
        ("zh", ["任务分解", "完成时限", "单位分工", "指标", "提示", "依据"], "牵头单位\nLead"),
        ("en", ["Tasks", "Due dates", "Who does what", "Targets", "Notes", "Basis"], "Lead\n牵头单位"),
    ],
)
def test_sheets_and_headings_in_both_languages(document: Document, lang: str, names: list[str], head: str) -> None:
    book = opened(document, lang)
    assert book.sheetnames == names
    assert head in cells(book.worksheets[0])[0]


def test_the_tasks_stand_with_who_and_when(document: Document) -> None:
    rows = cells(opened(document, "zh").worksheets[0])
    first = dict(zip([head.split("\n")[0] for head in rows[0]], rows[1], strict=True))
    assert first["牵头单位"] == "水务局" and first["责任（配合）单位"] == "各乡镇"
    assert first["原文"] == document.tasks[0].quote
    assert len(rows) == 3


def test_due_days_are_days_and_come_in_order(document: Document) -> None:
    rows = cells(opened(document, "en").worksheets[1])
    assert [row[0] for row in rows[1:]] == ["2026-12", None]
    assert rows[1][2] == datetime(2026, 12, 31)
    assert rows[2][3] == "每季度" and rows[2][9] == "FREQ=MONTHLY;INTERVAL=3"


def test_the_matrix_marks_leads_and_partners(document: Document) -> None:
    head, first, second, total = cells(opened(document, "zh").worksheets[2])
    assert head[2:] == ["水务局", "各乡镇"]
    assert (first[2:], second[2:], total[2:]) == (["●", "○"], [None, "○"], [1, 2])


def test_filters_and_frozen_headings(document: Document) -> None:
    for sheet in opened(document, "en").worksheets:
        assert sheet.auto_filter.ref and sheet.freeze_panes is not None
        assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize(
    "words", ["=1+1", '=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "http://example.org", "12"]
)
def test_no_text_of_a_plan_comes_to_life(document: Document, words: str) -> None:
    tampered = replace(document, tasks=(replace(document.tasks[0], quote=words, title=words), *document.tasks[1:]))
    sheet = opened(tampered, "en").worksheets[0]
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value == words]
    assert len(found) == 2
    assert all(cell.data_type == "s" and cell.hyperlink is None for cell in found)


def test_a_text_too_long_for_a_cell_is_cut_with_a_mark(document: Document) -> None:
    long = replace(document.tasks[0], quote="𠮷" * 40_000)
    values = [row[-1] for row in cells(opened(replace(document, tasks=(long,)), "zh").worksheets[0])]
    assert values[1].endswith("𠮷…") and len(values[1].encode("utf-16-le")) // 2 <= 32_767


def test_characters_that_no_file_can_carry_are_seen(document: Document) -> None:
    odd = replace(document.tasks[0], quote="a\x07\ud800b")
    assert cells(opened(replace(document, tasks=(odd,)), "zh").worksheets[0])[1][-1] == "a\ufffd\ufffdb"


def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    assert task_workbook(document, "zh") == task_workbook(document, "zh")
