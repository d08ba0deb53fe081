"""Whatever the text and the tokenizer, what stands in the text is found at exactly its characters."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_nlp.learning.predictions import Layer, PredictedSpan
from policy_nlp.learning.tokens.tags import decoded, encoded, groups
from policy_nlp.learning.tokens.windows import joined, windows

from .tokenizers_here import FAMILIES

pytest.importorskip("transformers", reason="needs the extra transformers")

SIZE, OVERLAP = 20, 5
TAGS = groups((Layer.UNIT,))
LABELS = TAGS[0].labels
TEXTS = st.lists(
    st.sampled_from(["县", "水务局", "𠮷", "😀", "①", "ﬁ", "　", " ", "\n", "\r\n", "\t", "2026", "%", "e\u0301", "İ"])
    | st.text("abcXYZ", min_size=1, max_size=12)
    | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=3),
    max_size=60,
).map("".join)


@cache
def tokenizer(number: int) -> Any:
    return FAMILIES[number]()


def answered(number: int, text: str, spans: list[PredictedSpan]) -> list[PredictedSpan]:
    """What is found by one who knows the tags of each window."""
    found = windows(tokenizer(number).backend_tokenizer, [text], size=SIZE, overlap=OVERLAP)
    known = [np.eye(TAGS[0].stop)[encoded(TAGS, window.offsets, spans)[:, 0]] for window in found]
    offsets, rows = joined(found, known)
    return list(decoded(TAGS[0], rows, offsets, text)) if len(offsets) else []


def places(number: int, text: str) -> list[tuple[int, int]]:
    """Where the tokens of the whole text stand, those of no characters left out."""
    cut = tokenizer(number)(text, add_special_tokens=False, return_offsets_mapping=True)["offset_mapping"]
    return [(start, end) for start, end in cut if start < end]


def whole(cut: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether no token lies across a bound, as one does that holds the last byte of a character and the next one."""
    return not any(before < bound < behind for before, behind in cut for bound in (start, end))


def chosen(text: str, cut: list[tuple[int, int]], bounds: list[int]) -> list[PredictedSpan]:
    """Spans from token to token that do not overlap, without blanks at their rims."""
    spans: list[PredictedSpan] = []
    for first, last in zip(bounds[::2], bounds[1::2], strict=False):
        start, end = cut[first][0], cut[last][1]
        if not whole(cut, start, end):
            continue
        said = text[start:end]
        start, end = start + len(said) - len(said.lstrip()), end - (len(said) - len(said.rstrip()))
        if start < end and (not spans or cut[first][0] >= spans[-1].end):
            spans.append(PredictedSpan(start, end, Layer.UNIT, LABELS[len(spans) % len(LABELS)], 1.0))
    return spans


@pytest.mark.parametrize("number", range(len(FAMILIES)), ids=[family.__name__ for family in FAMILIES])
@settings(max_examples=150, deadline=None)
@given(text=TEXTS, data=st.data())
def test_spans_of_tokens_come_back_exactly(number: int, text: str, data: st.DataObject) -> None:
    cut = places(number, text)
    bounds = sorted(data.draw(st.lists(st.integers(0, max(0, len(cut) - 1)), max_size=8, unique=True))) if cut else []
    spans = chosen(text, cut, bounds)
    assert [(one.start, one.end, one.label) for one in answered(number, text, spans)] == [
        (one.start, one.end, one.label) for one in spans
    ]


@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_our_own_tokenizer_leaves_out_blanks_only(text: str) -> None:
    covered = {place for start, end in places(0, text) for place in range(start, end)}
    assert all(said.isspace() for place, said in enumerate(text) if place not in covered)


@pytest.mark.parametrize("number", range(len(FAMILIES)), ids=[family.__name__ for family in FAMILIES])
def test_windows_cover_a_long_text_and_each_overlaps_the_one_before(number: int) -> None:
    text = "县水务局牵头😀 leads the work.\n" * 40
    found = windows(tokenizer(number).backend_tokenizer, [text], size=SIZE, overlap=OVERLAP)
    assert len(found) > 10
    assert all(len(window.piece.ids) <= SIZE for window in found)
    offsets, _ = joined(found, [np.zeros((window.length, 1)) for window in found])
    uncut = tokenizer(number)(text, add_special_tokens=False, return_offsets_mapping=True)["offset_mapping"]
    assert [tuple(place) for place in offsets.tolist()] == uncut
    for before, behind in pairwise(found):
        assert before.position + before.length - behind.position == OVERLAP


def test_windows_of_several_texts_begin_anew() -> None:
    found = windows(tokenizer(0).backend_tokenizer, ["县" * 30, "", "水"], size=SIZE, overlap=OVERLAP)
    assert [(window.text, window.position) for window in found] == [(0, 0), (0, 13), (1, 0), (2, 0)]


def test_of_two_windows_the_one_where_a_token_stands_deeper_is_heard() -> None:
    found = windows(tokenizer(0).backend_tokenizer, ["县" * 30], size=SIZE, overlap=OVERLAP)
    _, rows = joined(found, [np.full((window.length, 1), float(index)) for index, window in enumerate(found)])
    assert rows[:, 0].tolist() == [0.0] * 16 + [1.0] * 14


def test_nothing_stands_in_an_empty_text() -> None:
    offsets, rows = joined(
        windows(tokenizer(1).backend_tokenizer, [""], size=SIZE, overlap=OVERLAP), [np.zeros((0, 1))]
    )
    assert len(offsets) == len(rows) == 0
