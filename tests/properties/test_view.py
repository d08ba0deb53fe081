"""A view leaves characters out and never loses the way back."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from policy_nlp.schema import Span
from policy_nlp.structure.splitting import split
from policy_nlp.text.folding import fold
from policy_nlp.text.view import without
from tests.properties.texts import hostile_text


@st.composite
def _texts_with_cuts(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.text(min_size=1, max_size=60))
    rims = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    return text, list(zip(rims[::2], rims[1::2], strict=False))


@given(_texts_with_cuts())
def test_each_character_of_a_view_stands_at_its_raw_place(given_text: tuple[str, list[Span]]) -> None:
    text, cuts = given_text
    view = without(text, cuts)
    for place, character in enumerate(view.text):
        start, end = view.raw((place, place + 1))
        assert (end - start, text[start]) == (1, character)
        assert view.place(start) == place


@given(_texts_with_cuts())
def test_a_view_holds_all_that_is_not_cut(given_text: tuple[str, list[Span]]) -> None:
    text, cuts = given_text
    kept = "".join(char for place, char in enumerate(text) if not any(a <= place < b for a, b in cuts))
    assert without(text, cuts).text == kept


@given(hostile_text)
def test_the_view_of_a_page_holds_its_folded_characters(text: str) -> None:
    folded = fold(text)
    view, paragraphs = split(folded, language="zh")
    assert all(folded[view.raw((place, place + 1))[0]] == char for place, char in enumerate(view.text))
    assert all(0 <= paragraph.start < paragraph.end <= len(view.text) for paragraph in paragraphs)
    assert all(before.end <= after.start for before, after in pairwise(paragraphs))
