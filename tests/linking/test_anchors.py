"""What a due time counts from is no due time itself."""

from __future__ import annotations

import pytest

from policy_nlp import parse


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("The Harbor Authority shall publish its accounts within 30 days of the end of the year.", ["P30D"]),
        (
            "The Harbor Authority shall publish its accounts within 30 days of approval, by June 2026.",
            ["P30D", "2026-06-30"],
        ),
        ("The Harbor Authority shall publish its accounts by the end of 2026.", ["2026-12-31"]),
    ],
)
def test_an_anchor_gives_no_due_time(sentence: str, values: list[str]) -> None:
    found = parse(f"# Harbor Plan 2026\n\n1. {sentence}\n", language="en")
    assert [due.value for due in found.deadlines] == values
