"""Lists of bodies that lost the breaks between them."""

from __future__ import annotations

import pytest

from policy_nlp.linking.unparted import part_names


def _parted(values: list[str], language: str) -> list[list[str]]:
    text, spans, start = "|".join(values), [], 0
    for value in values:
        spans.append((start, start + len(value)))
        start += len(value) + 1
    parts = part_names(text, spans, language=language)
    return [[text[a:b] for a, b in parts[span]] for span in spans]


def test_a_known_name_behind_another_is_cut_off() -> None:
    assert _parted(["Port of Lorne", "Ministry of Works Port of Lorne"], "en")[1] == [
        "Ministry of Works",
        "Port of Lorne",
    ]


def test_two_known_names_are_parted_in_any_script() -> None:
    assert _parted(["县水利局", "县财政局办公室", "县水利局县财政局办公室"], "zh")[2] == ["县水利局", "县财政局办公室"]


@pytest.mark.parametrize(
    ("values", "language"),
    [
        (["Water Board", "Lorne Valley Water Board"], "en"),
        (["City of Lorne", "City of Lorne Housing Department"], "en"),
        (["Mayor", "Mayor of the City of Lorne", "City of Lorne"], "en"),
        (["县教育局", "县教育局基础教育科"], "zh"),
        (["Lorne", "Lorneshire Council"], "en"),
    ],
    ids=["a longer name", "a part of a body", "behind a small word", "a Chinese division", "inside a word"],
)
def test_nothing_is_cut_in_the_middle_of_a_name(values: list[str], language: str) -> None:
    assert _parted(values, language) == [[value] for value in values]


def test_what_is_cut_elsewhere_shows_that_breaks_were_lost() -> None:
    values = ["City of Lorne", "Grid Co (owner) Town Bank", "Mill Co (user) Farm Union", "City of Lorne Rowing Club"]
    assert _parted(values, "en")[3] == ["City of Lorne", "Rowing Club"]


def test_only_blanks_between_two_names_are_no_name() -> None:
    text = "Town of Moss|Moss Energy|Town of Moss Moss Energy (public company) Fern Museum|Town of Moss Fern Museum"
    spans = [(0, 12), (13, 24), (25, 78), (79, len(text))]
    for found in part_names(text, spans, language="en").values():
        assert all(text[start:end].strip() for start, end in found)
