"""What holds for every text, however strange."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policy_nlp import parse
from policy_nlp.interchange import dumps, from_json, to_json
from tests.properties.invariants import faults
from tests.properties.texts import any_text, hostile_text, plans

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
TEXTS = st.one_of(any_text, hostile_text, plans())


@LANGUAGES
@given(text=TEXTS)
@example(text="")
@example(text="\ufeff")
@example(text="𠮷\n" * 8)
def test_spans_quotes_and_references_are_sound(text: str, language: str) -> None:
    assert faults(parse(text, language=language)) == []


@given(text=TEXTS)
def test_the_text_is_kept_and_its_language_found(text: str) -> None:
    document = parse(text)
    assert document.text == text
    assert document.language in ("zh", "en")
    assert faults(document) == []


@LANGUAGES
@given(text=TEXTS)
def test_the_same_text_gives_the_same_bytes(text: str, language: str) -> None:
    first, second = (parse(text, language=language) for _ in range(2))
    assert first == second
    assert dumps(to_json(first, with_text=True)).encode() == dumps(to_json(second, with_text=True)).encode()


@LANGUAGES
@given(text=TEXTS)
def test_json_holds_the_whole_document(text: str, language: str) -> None:
    document = parse(text, language=language)
    assert from_json(to_json(document, with_text=True)) == document
    assert from_json(to_json(document), text=text) == document
