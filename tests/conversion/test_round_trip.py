"""There and back again: no format loses a span, a field or a character."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policy_nlp import parse
from policy_nlp.conversion.documents import document_of
from policy_nlp.conversion.formats import FORMATS
from policy_nlp.conversion.labels import LABELS, Layer
from policy_nlp.conversion.marking import sheet_of
from policy_nlp.conversion.names import FormatName
from policy_nlp.conversion.sheet import Mark, Sheet
from policy_nlp.interchange import dumps, to_json
from policy_nlp.schema import Document
from tests.conversion.conftest import LOSSLESS, plan, there_and_back
from tests.properties.texts import hostile_text, plans

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
FORMAT = pytest.mark.parametrize("name", LOSSLESS)
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NO_SURROGATES = st.characters(exclude_categories=["Cs"])
TEXTS = st.one_of(st.text(NO_SURROGATES, min_size=1, max_size=80), hostile_text, plans())


@LANGUAGES
def test_the_samples_hold_every_kind_of_record(language: str) -> None:
    document = plan(language)
    assert all(getattr(document, layer.collection) for layer in Layer)
    assert any(ord(sign) > 0xFFFF for sign in document.text[: document.tasks[0].span[0]])


@LANGUAGES
@FORMAT
def test_a_plan_comes_back_to_the_byte(name: FormatName, language: str) -> None:
    document = plan(language)
    back = there_and_back(document, name)
    assert back == document
    assert dumps(to_json(back, with_text=True)) == dumps(to_json(document, with_text=True))


@LANGUAGES
@FORMAT
@QUICK
@given(text=TEXTS)
def test_any_text_comes_back(name: FormatName, language: str, text: str) -> None:
    document = parse(text, language=language)
    assert there_and_back(document, name) == document


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Marks anywhere in any text: nested, crossing, twice the same, on nothing but white space."""
    text = draw(st.text(st.sampled_from("一县局a1 \t\r\n\f\x85\ufeff𠮷👷") | NO_SURROGATES, min_size=1, max_size=30))
    places = st.integers(0, len(text) - 1).flatmap(lambda a: st.tuples(st.just(a), st.integers(a + 1, len(text))))
    marks = st.tuples(st.sampled_from([label for label in LABELS if not label.startswith("target")]), places)
    drawn = draw(st.lists(marks, max_size=8))
    made = tuple(Mark(f"new:{index}", label, span) for index, (label, span) in enumerate(drawn))
    return Sheet("any", "zh", text, (Mark("new:plan", "plan", (0, len(text))), *made))


@FORMAT
@QUICK
@given(sheet=sheets())
def test_any_marks_come_back(name: FormatName, sheet: Sheet) -> None:
    document = document_of(sheet)
    assert there_and_back(document, name) == document


def spans(document: Document) -> Iterator[tuple[str, tuple[int, int]]]:
    yield from ((mark.label, mark.span) for mark in sheet_of(document).marks)


@LANGUAGES
def test_two_columns_keep_spans_and_labels(language: str) -> None:
    document = plan(language)
    assert sorted(spans(there_and_back(document, FormatName.BIO))) == sorted(spans(document))


def test_the_same_documents_give_the_same_bytes() -> None:
    documents = [plan("zh"), plan("en")]
    for name in LOSSLESS:
        assert FORMATS[name].write(documents) == FORMATS[name].write(documents)
