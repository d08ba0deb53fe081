"""The Word table for a notice."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document as open_word
from docx.oxml.ns import qn

from policy_nlp.reporting.notice import notice
from policy_nlp.schema import Document


def test_a_table_for_the_plan_with_its_sections(document: Document) -> None:
    word = open_word(BytesIO(notice(document, "zh")))
    assert [paragraph.text for paragraph in word.paragraphs if paragraph.text] == ["青禾县水库安全方案"]
    (table,) = word.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["序号", "任务", "牵头单位", "责任（配合）单位", "时限", "指标"]
    assert set(rows[1]) == {"一 重点任务"}
    assert rows[2] == ["一 一", "排查隐患", "水务局", "各乡镇", "2026年底前 (2026-12-31)", ""]


@pytest.mark.parametrize(("lang", "heading"), [("zh", "牵头单位"), ("en", "Lead")])
def test_headings_repeat_on_each_page_in_the_reader_s_language(document: Document, lang: str, heading: str) -> None:
    (table,) = open_word(BytesIO(notice(document, lang))).tables
    assert heading in [cell.text for cell in table.rows[0].cells]
    assert table.rows[0]._tr.trPr is not None and table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_chinese_has_a_font_of_its_own(document: Document) -> None:
    style = open_word(BytesIO(notice(document, "zh"))).styles["Normal"]
    assert style.element.rPr.rFonts.get(qn("w:eastAsia")) == "FangSong"


def test_odd_characters_break_nothing(document: Document) -> None:
    odd = replace(document.tasks[0], title="a\x00b\ud800")
    (table,) = open_word(BytesIO(notice(replace(document, tasks=(odd,)), "en"))).tables
    assert table.rows[2].cells[1].text == "a\ufffdb\ufffd"


def test_a_text_without_tasks_says_so() -> None:
    word = open_word(BytesIO(notice(Document("a", "en", "Nothing."), "en")))
    assert word.paragraphs[-1].text == "No tasks were found in the text."


def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    assert notice(document, "zh") == notice(document, "zh")
