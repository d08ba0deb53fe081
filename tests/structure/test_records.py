"""Tables and lines of labels and values, and the cells and page heads that stand in their way."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_nlp import parse
from policy_nlp.structure.fields import field_lexicon
from policy_nlp.structure.lines import lines
from policy_nlp.structure.paragraphs import Field, Layout, Paragraph
from policy_nlp.structure.records import lay_out_records
from policy_nlp.structure.running_heads import without_running_heads
from policy_nlp.text.folding import fold

NO_PAGES = re.compile(r"(?!)")
NUMBER = re.compile(r"\d{1,3}")


def _laid(text: str, language: str) -> list[tuple[str, str]]:
    """The values of the records in a text: what each means, and the value."""
    folded = fold(text)
    laid = lay_out_records(folded, tuple(lines(folded, NO_PAGES)), language=language)
    return [(paragraph.field.value, text[paragraph.start : paragraph.end]) for paragraph in laid if paragraph.field]


def _cells(text: str) -> list[tuple[int, int, str]]:
    found = lines(text, NO_PAGES)
    return [(p.row, p.column, text[p.start : p.end]) for p in found if p.layout is Layout.CELL]


def _kept(text: str) -> list[str]:
    found = without_running_heads(text, tuple(lines(text, NO_PAGES)), NUMBER)
    return [text[p.start : p.end] for p in found if p.layout is not Layout.CELL]


def test_a_cell_goes_on_to_the_line_that_closes_it() -> None:
    text = "| Work | Dig the basin.\n\nLine it. |\n| Lead | Water Board |"
    assert _cells(text) == [
        (0, 0, "Work"),
        (0, 1, "Dig the basin."),
        (0, 1, "Line it."),
        (1, 0, "Lead"),
        (1, 1, "Water Board"),
    ]


def test_a_stray_bar_opens_no_row() -> None:
    assert _cells("| Lead | Water Board\n| Town Council |\n| Due | May |")[:3] == [
        (0, 0, "Lead"),
        (0, 1, "Water Board"),
        (0, 1, "Town Council"),
    ]


@pytest.mark.parametrize(
    "text",
    ["| a | b\n| c | d\n\nSome text.\n\n| e | f |", "| a | b\n# Heading |\n", "| a | b"],
    ids=["rows without closing bars", "a heading", "the end of the text"],
)
def test_a_row_without_a_closing_bar_takes_nothing_else(text: str) -> None:
    assert [cell for cell in _cells(text) if cell[0] == 0][:2] == [(0, 0, "a"), (0, 1, "b")]
    assert "Some text." not in [cell[2] for cell in _cells(text)]
    assert "Heading" not in [cell[2] for cell in _cells(text)]


def test_a_row_without_a_value_goes_on_with_the_value_above() -> None:
    text = "| Project name | Pool |\n| Description | Drain it. |\n|  | Paint it. |\n| Lead | Parks Division |"
    assert _laid(text, "en")[1:3] == [("work", "Drain it."), ("work", "Paint it.")]


def test_values_that_say_nothing_are_no_bodies() -> None:
    text = "| 任务名称 | 修桥 |\n| 工作内容 | 加固桥墩。 |\n| 牵头单位 | 县交通运输局 |\n| 配合单位 | 无 |"
    assert _laid(text, "zh")[-1] == ("other", "无")


def test_labels_and_group_names_are_left_out() -> None:
    text = "| Basics | Project name | Pool |\n|  | Description | Drain it. |\n| Delivery | Lead | Parks Division |"
    assert [value for _, value in _laid(text, "en")] == ["Pool", "Drain it.", "Parks Division"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("| Action | Lead | Due |\n| Lead | Parks | May |\n| Description | Roads | June |", "en"),
        ("| 任务 | 牵头单位 | 完成时限 |\n| 修桥 | 县交通运输局 | 5月 |\n| 备注 | 无 | 无 |", "zh"),
        ("| Lead | A | B | C |\n| Description | x | y | z |\n| Due | 1 | 2 | 3 |", "en"),
        ("| Year | 2026 |\n| Trees | 500 |", "en"),
    ],
    ids=["a header above rows", "a Chinese header", "many things side by side", "figures"],
)
def test_other_tables_stay_as_they_are(text: str, language: str) -> None:
    assert _laid(text, language) == []


def test_items_are_told_from_each_other_where_a_reader_made_breaks_spaces() -> None:
    text = "任务名称\t修渠\n工作内容\t1.清淤十里； 2.衬砌五里。\n责任单位\t县水利局"
    assert [value for kind, value in _laid(text, "zh") if kind == "work"] == ["1.清淤十里；", "2.衬砌五里。"]


def test_a_work_goes_on_over_lines_between_rows_that_tabs_part() -> None:
    text = "Action name\tLanes\nDescription\tThe town will:\n(1) Paint lanes.\n(2) Add posts.\nLead\tTown Council"
    assert [value for kind, value in _laid(text, "en") if kind == "work"][1:] == ["(1) Paint lanes.", "(2) Add posts."]


def test_a_heading_between_tables_ends_a_record() -> None:
    text = "| Name | Pool |\n| Description | Drain it. |\n\n# Annex\n\n| Lead | Parks Division |\n| Due | May |"
    laid = lay_out_records(text, tuple(lines(text, NO_PAGES)), language="en")
    assert [paragraph.record for paragraph in laid if paragraph.field] == [0, 0, 1, 1]


def test_a_line_that_names_a_project_needs_labels_below_it() -> None:
    assert _laid("项目名称：城南泵站\n全长三公里。\n\n县水利局负责建设。", "zh") == []


def test_page_heads_that_cut_tables_are_left_out_with_their_numbers() -> None:
    page = "| a | b |\nTOWN OF LORNE\nAction Plan\n{}\n| c | d |\n"
    assert _kept("".join(page.format(number) for number in range(4, 8))) == []


@pytest.mark.parametrize(
    "between",
    ["责任单位:县教育局\n{}\n", "县教育局\n", "Lead: Town Council\n{}\n"],
    ids=["a label and a colon", "no numbers", "an English label"],
)
def test_repeated_lines_that_say_something_stay(between: str) -> None:
    text = "".join("| a | b |\n" + between.format(number) for number in range(1, 6)) + "| a | b |"
    assert between.split("\n")[0] in _kept(text)


def test_repeated_cells_of_a_table_that_lost_its_lines_stay() -> None:
    text = "".join(f"{number}\n修缮校舍\n县教育局\n" for number in range(1, 9))
    assert _kept(text).count("县教育局") == 8


def test_labels_keep_their_kind_in_both_languages() -> None:
    assert field_lexicon("zh").of("任务内容") is Field.WORK
    assert field_lexicon("zh").of("任务名称") is Field.NAME
    assert field_lexicon("en").of("Expected outcome (by 2030)") is Field.TARGET
    assert field_lexicon("en").of("The city council") is None


_CELL = st.sampled_from(
    [
        "Action name",
        "Description",
        "Lead",
        "任务名称",
        "工作内容",
        "牵头单位",
        "",
        "1. Dig.\n2. Fill.",
        "a<br>b",
        "县水利局",
        "\t",
        "#",
    ]
)


@given(rows=st.lists(st.lists(_CELL, min_size=1, max_size=4), max_size=8), language=st.sampled_from(["zh", "en"]))
def test_whatever_stands_in_cells_values_lie_in_their_cells(rows: list[list[str]], language: str) -> None:
    text = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    before = tuple(lines(text, NO_PAGES))
    laid = lay_out_records(text, before, language=language)
    assert [p.start for p in laid] == sorted(p.start for p in laid)
    assert all(_inside(paragraph, before) for paragraph in laid)
    parse(text, language=language)


def _inside(paragraph: Paragraph, cells: tuple[Paragraph, ...]) -> bool:
    starts = [cell for cell in cells if cell.start <= paragraph.start < cell.end]
    ends = [cell for cell in cells if cell.start < paragraph.end <= cell.end]
    return bool(starts and ends)
