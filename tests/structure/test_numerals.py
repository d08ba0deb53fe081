"""Ordinals are read from the numbers of items, whatever numerals they are written in."""

from __future__ import annotations

import pytest

from policy_nlp.structure.numerals import ordinal


@pytest.mark.parametrize(
    ("number", "numerals", "value"),
    [
        ("十", "han", 10),
        ("二十一", "han", 21),
        ("三是", "han", 3),
        ("第一百零二条", "ordinal", 102),
        ("第12条", "ordinal", 12),
        ("7", "arabic", 7),
        ("2.10", "decimal", 10),
        ("③", "circled", 3),
        ("xiv", "roman", 14),
        ("b", "letters", 2),
        ("•", "none", 0),
    ],
)
def test_ordinal(number: str, numerals: str, value: int) -> None:
    assert ordinal(number, numerals, {}) == value


def test_ordinals_said_in_words_come_from_the_lexicon() -> None:
    assert ordinal("其次", "words", {"首先": 1, "其次": 2}) == 2
    assert ordinal("最后", "words", {}) == 0
