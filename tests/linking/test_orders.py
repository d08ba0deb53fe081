"""Paragraphs that order something begin with the first sentence that does."""

from __future__ import annotations

import pytest

from policy_nlp import parse


@pytest.mark.parametrize(
    "opening", ["Retire old kilns.", "Guard the gates.", "Insure dam owners.", "Punish fraud at counters."]
)
def test_an_order_opens_its_task(opening: str) -> None:
    said = f"{opening} At least 90% of sites must pass a check. (Lead: Clean Air Agency)"
    document = parse(f"Harwick Clean Air Action Plan\n\nActions\n\n{said}\n\nSet up a log. (Lead: Parks Agency)\n")
    assert [task.quote for task in document.tasks] == [said, "Set up a log. (Lead: Parks Agency)"]
