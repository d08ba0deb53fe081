"""Folding makes forms alike and never moves a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_nlp.text.folding import TABLE, fold


@given(st.text())
def test_folding_keeps_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=st.characters(codec=None)))
def test_folding_keeps_length_of_lone_surrogates_too(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_a_character_is_folded_without_regard_to_its_neighbors(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)


def test_one_character_becomes_one_character() -> None:
    assert all(len(chr(folded)) == 1 for folded in TABLE.values())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２０２４年６月底前", "2024年6月底前"),
        ("（市教育局）〔市民政局〕［市住建局］", "(市教育局)(市民政局)(市住建局)"),
        ("１．完善台账；２、落实责任：", "1.完善台账;2、落实责任:"),
        ("2024－2026年", "2024-2026年"),
        ("3～5年", "3~5年"),
        ("附件\u3000一\xa0二", "附件 一 二"),
        ("第一行\u2028第二行\r\n", "第一行\n第二行\n\n"),
    ],
)
def test_forms_made_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["𠮷林省", "👷安全员", "e\u0301", "ﬁ", "㎡", "㈠", "①"])
def test_what_would_change_its_length_is_left_alone(text: str) -> None:
    assert fold(text) == text
