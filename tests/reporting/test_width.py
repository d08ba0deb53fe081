"""Text in a terminal: how wide it is and where it breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_nlp.reporting.text_table import shared_widths, text_table
from policy_nlp.reporting.width import padded, printable, width, wrapped


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("第12条 Agency", 8, ["第12条", "Agency"]),
        ("Water Management Authority", 12, ["Water", "Management", "Authority"]),
        ("由A局牵头", 5, ["由A局", "牵头"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ],
)
def test_wrapping(text: str, columns: int, lines: list[str]) -> None:
    assert wrapped(text, columns) == lines


@given(st.text(max_size=60), st.integers(2, 30))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, columns: int) -> None:
    flat = printable(text)
    lines = wrapped(flat, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(flat.split())


def test_padding_counts_columns() -> None:
    assert padded("水务局A", 10) == "水务局A   "


def test_control_characters_cannot_steer_the_terminal() -> None:
    assert printable("\x1b[2J局\r\n长") == "[2J局 长"


def test_columns_share_what_is_there() -> None:
    assert shared_widths([4, 10, 90], 60) == [4, 10, 46]
    assert sum(shared_widths([50, 50, 50], 60)) == 60


def test_cells_go_on_below_themselves() -> None:
    table = text_table(["Task", "Lead"], [["Survey all large dams", "Water Board"]], columns=24)
    assert table.split("\n") == [
        "Task         Lead",
        "───────────  ───────────",
        "Survey all   Water Board",
        "large dams",
    ]
