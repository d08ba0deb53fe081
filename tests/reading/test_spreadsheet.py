"""Workbooks: each visible cell with its address, titles above, notes below, one task for each row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from policy_nlp.errors import InputError
from policy_nlp.interchange import from_json, to_json
from policy_nlp.pipeline import from_page
from policy_nlp.reading import BlockKind, Page, read_bytes
from policy_nlp.schema import Document, Role
from tests.reading.printing import converted, needs_soffice

Fill = Callable[[Any], object]


def workbook(fill: Fill) -> bytes:
    book = Workbook()
    fill(book.active)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def page(fill: Fill, path: str = "plan.xlsx") -> Page:
    return read_bytes(workbook(fill), path=path)


def rows(*lines: tuple[object, ...], top: int = 1, left: int = 1) -> Fill:
    def fill(sheet: Any) -> None:
        for down, line in enumerate(lines):
            for across, value in enumerate(line):
                sheet.cell(top + down, left + across, value)

    return fill


def origins(found: Page) -> dict[str, str | None]:
    return {found.text[slice(*b.span)]: b.origin for b in found.blocks if b.kind is not BlockKind.TABLE}


def task_plan(sheet: Any) -> None:
    """Below a title, a heading of two rows, a group over two rows, a note; nothing in column A and row 1."""
    rows(
        ("堤防安全重点任务分工表",),
        ("序号", "类别", "重点任务", "责任分工", None, "完成时限", "目标值"),
        (None, None, None, "牵头单位", "配合单位"),
        (1, "工程", "排查小型水库隐患", "市水务局", "市财政局、市审计局", date(2024, 6, 30), 1),
        (2, None, "整治易涝点位", "市住房城乡建设局", "各区县政府", "2024年底前", 0.95),
        (3, "预警", "建设山洪预警站点", "市气象局", "市水务局\n市自然资源局", "每年5月底前", "不少于40个"),
        ("注：本表由市防汛办负责解释。",),
        top=2,
        left=2,
    )(sheet)
    sheet.title = "分工表"
    for merge in ("B2:H2", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:G4", "H3:H4", "C5:C6"):
        sheet.merge_cells(merge)
    sheet["G5"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["H5"].number_format = sheet["H6"].number_format = "0%"


def answers(document: Document, task: str) -> dict[str, list[str]]:
    units = [unit for unit in document.units if task in unit.tasks]
    return {
        "lead": [unit.quote for unit in units if unit.role is Role.LEAD],
        "co": [unit.quote for unit in units if unit.role is Role.CO],
        "due": [str(due.value) for due in document.deadlines if due.task == task],
        "target": [target.quote for target in document.targets if target.task == task],
    }


def test_a_task_table_with_a_heading_of_two_rows() -> None:
    document = from_page(page(task_plan))
    assert [plan.title for plan in document.plans] == ["堤防安全重点任务分工表"]
    assert [(task.number, task.quote) for task in document.tasks] == [
        ("1", "排查小型水库隐患"),
        ("2", "整治易涝点位"),
        ("3", "建设山洪预警站点"),
    ]
    assert [answers(document, task.id) for task in document.tasks] == [
        {"lead": ["市水务局"], "co": ["市财政局", "市审计局"], "due": ["2024-06-30"], "target": ["100%"]},
        {"lead": ["市住房城乡建设局"], "co": ["各区县政府"], "due": ["2024-12-31"], "target": ["95%"]},
        {
            "lead": ["市气象局"],
            "co": ["市水务局", "市自然资源局"],
            "due": ["FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=31"],
            "target": ["不少于40个"],
        },
    ]


def test_an_english_table_on_a_second_sheet() -> None:
    def fill(sheet: Any) -> None:
        rows(("How to read this workbook",))(sheet)
        second = sheet.parent.create_sheet("Actions")
        rows(
            ("No.", "Action", "Responsibility", None, "Due", "KPI"),
            (None, None, "Lead", "Delivery partners", None, None),
            (1, "Survey all culverts", "Water Board", "Roads Agency", date(2026, 9, 30), 0.9),
            (2, "Publish a flood map", "Mapping Office", "Water Board", "by March 2027", "at least 40 maps"),
        )(second)
        for merge in ("A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2"):
            second.merge_cells(merge)
        second["F3"].number_format = "0%"

    found = page(fill)
    document = from_page(found, language="en")
    assert [task.quote for task in document.tasks] == ["Survey all culverts", "Publish a flood map"]
    assert answers(document, "t1") == {
        "lead": ["Water Board"],
        "co": ["Roads Agency"],
        "due": ["2026-09-30"],
        "target": ["all", "90%"],
    }
    assert origins(found)["Survey all culverts"] == "Actions!B3"


def test_each_cell_keeps_its_address_and_its_span() -> None:
    found = page(task_plan)
    cells = {block.origin: found.text[slice(*block.span)] for block in found.blocks if block.kind is BlockKind.CELL}
    assert cells["分工表!D5"] == "排查小型水库隐患"
    assert cells["分工表!F7"] == "市水务局 市自然资源局"
    assert origins(found)["堤防安全重点任务分工表"] == "分工表!B2"


def test_the_output_names_the_cell_of_each_field() -> None:
    found = page(task_plan)
    document = from_page(found)
    places = {origin.place: found.text[slice(*origin.span)] for origin in document.origins}
    assert (places["分工表!B2"], places["分工表!E7"]) == ("堤防安全重点任务分工表", "市气象局")
    assert from_json(to_json(document, with_text=True)).origins == document.origins


def test_a_merged_cell_covers_its_rows() -> None:
    group = next(block for block in page(task_plan).blocks if block.origin == "分工表!C5")
    assert (group.row_span, group.column_span, group.row, group.column) == (2, 1, 2, 1)


def test_a_row_across_the_table_is_a_heading_of_what_follows() -> None:
    def fill(sheet: Any) -> None:
        rows(
            ("重点任务", "责任单位", "完成时限"),
            ("一、工程措施",),
            ("加固堤防", "市水务局", "2025年底前"),
            ("二、预警措施",),
            ("增设站点", "市气象局", "2026年底前"),
        )(sheet)
        sheet.merge_cells("A2:C2")
        sheet.merge_cells("A4:C4")

    document = from_page(page(fill))
    assert [section.title for section in document.sections] == ["工程措施", "预警措施"]
    assert [(task.quote, task.section) for task in document.tasks] == [("加固堤防", "s1"), ("增设站点", "s2")]


def test_what_a_sheet_hides_is_left_out_and_told() -> None:
    def fill(sheet: Any) -> None:
        task_plan(sheet)
        sheet.row_dimensions[6].hidden = True
        draft = sheet.parent.create_sheet("草稿")
        draft["A1"] = "不公开的内容"
        draft.sheet_state = "hidden"

    found = page(fill)
    assert "整治易涝点位" not in found.text and "不公开" not in found.text
    notes = {note.code: note.message["en"] for note in found.diagnostics}
    assert "草稿" in notes["hidden_sheets"]
    assert "分工表!D6" in notes["hidden_cells"]


def test_a_formula_without_a_result_is_told() -> None:
    found = page(rows(("Action", "Due"), ("Survey dams", "=TODAY()")))
    assert [(note.code, "Sheet!B2" in note.message["zh"]) for note in found.diagnostics] == [
        ("formulas_without_values", True)
    ]


def test_text_that_looks_like_a_formula_stays_text() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"] = "=1+1"
        sheet["A1"].data_type = "s"

    assert page(fill).text == "=1+1"


@pytest.mark.parametrize("corner", ["XFD1048576", "A1048576"])
def test_a_far_cell_is_refused_by_name(corner: str) -> None:
    def fill(sheet: Any) -> None:
        for column in "ABCDE":
            sheet[f"{column}1"] = "Action"
        sheet[corner] = "x"

    with pytest.raises(InputError, match="far_cell") as caught:
        page(fill)
    assert caught.value.place == f"xl/worksheets/sheet1.xml!{corner}"


@pytest.mark.parametrize("data", [b"PK\x03\x04 xl/workbook.xml", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)])
@pytest.mark.parametrize("name", ["plan.xlsx", "plan.xls", "plan.et"])
def test_a_damaged_workbook_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(InputError, match="damaged_file"):
        read_bytes(data, path=name)


def test_a_page_under_the_name_of_a_workbook_is_read_as_one() -> None:
    found = read_bytes("<table><tr><th>任务<th>责任单位<tr><td>加固堤防<td>市水务局</table>".encode(), path="a.xls")
    assert (found.media_type, found.text) == ("text/html", "任务\t责任单位\n加固堤防\t市水务局")


def test_a_workbook_without_a_name_is_known() -> None:
    assert page(rows(("Action",)), path="-").media_type.endswith("spreadsheetml.sheet")


def test_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(workbook(rows((2025.0, True, 12.5))))
    assert read_bytes(path.read_bytes(), path=str(path)).text == "2025\tTRUE\t12.5"


@needs_soffice
def test_an_old_workbook_says_the_same(tmp_path: Path) -> None:
    source = tmp_path / "plan.xlsx"
    source.write_bytes(workbook(task_plan))
    old = converted(source, "xls", tmp_path)
    found = read_bytes(old.read_bytes(), path=old.name)
    assert found.text == page(task_plan).text
    assert [block.origin for block in found.blocks] == [block.origin for block in page(task_plan).blocks]
    assert found.diagnostics == ()


@needs_soffice
def test_an_open_document_says_the_same_but_for_number_formats(tmp_path: Path) -> None:
    source = tmp_path / "plan.xlsx"
    source.write_bytes(workbook(task_plan))
    other = converted(source, "ods", tmp_path)
    found = read_bytes(other.read_bytes(), path=other.name)
    assert [task.quote for task in from_page(found).tasks] == [task.quote for task in from_page(page(task_plan)).tasks]
    assert [note.code for note in found.diagnostics] == ["number_formats_unknown"]
