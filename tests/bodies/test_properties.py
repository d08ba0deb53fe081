"""What holds for every quote."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_nlp.bodies import identify, same_body, shipped
from policy_nlp.lexicon.load import LANGUAGES

LANGUAGE = st.sampled_from(LANGUAGES)
PIECES = [
    *"省市县各级和局厅,()（） \n",
    "党委",
    "政府",
    "应急管理",
    "部门",
    "企业",
    "City",
    "of",
    "Department",
    "the",
    "all",
]
QUOTE = st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(max_size=40)


@settings(deadline=None)
@given(QUOTE, LANGUAGE)
def test_any_quote_has_an_identity(quote, language):
    identity = identify(quote, language=language)
    assert identity == identify(quote, language=language)
    assert "\n" not in identity.name
    assert identity.key is None or identity.known


@settings(deadline=None)
@given(QUOTE, LANGUAGE)
def test_a_body_is_itself(quote, language):
    assert same_body(quote, quote, language=language)


@settings(deadline=None)
@given(st.data(), LANGUAGE)
def test_every_name_of_the_registry_is_known(data, language):
    name = data.draw(st.sampled_from(sorted(shipped().names(language))))
    assert identify(name, language=language).known


def test_a_page_taken_for_a_name_takes_no_time():
    page = "市应急管理局和各有关部门 " * 100_000
    assert not identify(page, language="zh").known
    assert not identify("Department of the City of " * 100_000, language="en").known


@pytest.mark.parametrize(("piece", "language"), [("各", "zh"), ("市各", "zh"), ("其他", "zh"), ("all ", "en")])
@pytest.mark.parametrize("times", [40, 150])
def test_words_of_a_class_without_end_are_no_body(piece, language, times):
    assert not identify(piece * times, language=language).known
