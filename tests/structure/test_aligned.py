"""Tables whose columns only white space parts."""

from __future__ import annotations

import re

from policy_nlp.structure.aligned import align
from policy_nlp.structure.paragraphs import Layout, Paragraph


def _cells(text: str, language: str) -> list[tuple[int, int, str]]:
    lines = [Paragraph(line.start(), line.end()) for line in re.finditer(r"\S[^\n]*", text)]
    aligned = align(text, lines, language=language)
    return [(cell.row, cell.column, text[cell.start : cell.end]) for cell in aligned if cell.layout is Layout.CELL]


def test_a_cell_goes_to_the_heading_that_it_stands_under() -> None:
    text = "Action          Lead            Due\nMend the pier                   May 2026"
    assert _cells(text, "en")[3:] == [(1, 0, "Mend the pier"), (1, 2, "May 2026")]


def test_chinese_characters_are_two_places_wide() -> None:
    text = "工作任务          牵头单位      完成时限\n检修码头                        2026年5月"
    assert _cells(text, "zh")[3:] == [(1, 0, "检修码头"), (1, 2, "2026年5月")]


def test_the_rest_of_a_name_is_no_further_body() -> None:
    text = "Action          Lead            Due\nMend the pier   Public Works    May 2026\n                Department"
    assert [name for _, column, name in _cells(text, "en") if column == 1] == ["Lead", "Public Works"]


def test_a_list_of_bodies_goes_on_behind_a_comma() -> None:
    text = "Action          Lead            Due\nMend the pier   Works Office,   May 2026\n                Harbor Board"
    assert [name for _, column, name in _cells(text, "en") if column == 1] == ["Lead", "Works Office,", "Harbor Board"]


def test_prose_behind_an_empty_line_is_no_cell() -> None:
    text = "Action          Lead            Due\nMend the pier   Works Office    May 2026\n\nA group will meet monthly."
    assert _cells(text, "en")[-1] == (1, 2, "May 2026")


def test_a_line_of_prose_with_wide_spaces_opens_no_table() -> None:
    assert _cells("We act.    We lead.    We are due.\nAnd so on.    And on.    And on.", "en") == []
