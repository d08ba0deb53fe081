"""Overlapping spans are paired one to one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policy_nlp.scoring.counts import Counts
from policy_nlp.scoring.overlap import Labeled, overlapping

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda pair: (pair[0], pair[0] + pair[1]))
ITEMS = st.lists(st.tuples(st.sampled_from("ab"), SPANS), max_size=12)


def test_touching_is_not_overlapping() -> None:
    assert overlapping([("a", (0, 3))], [("a", (3, 5))]) == Counts(1, 1, 0)


def test_a_label_keeps_spans_apart() -> None:
    assert overlapping([("lead", (0, 3))], [("co", (0, 3))]) == Counts(1, 1, 0)


def test_one_long_span_is_paired_once() -> None:
    assert overlapping([("a", (0, 9))], [("a", (0, 3)), ("a", (4, 9))]) == Counts(1, 2, 1)


def test_neighbors_are_paired_in_order() -> None:
    assert overlapping([("a", (0, 4)), ("a", (5, 9))], [("a", (2, 6)), ("a", (7, 8))]) == Counts(2, 2, 2)


@given(ITEMS)
def test_every_span_is_paired_with_itself(items: Labeled) -> None:
    assert overlapping(items, items) == Counts(len(items), len(items), len(items))


@given(ITEMS, ITEMS)
def test_no_side_is_paired_more_often_than_it_has_spans(gold: Labeled, pred: Labeled) -> None:
    counts = overlapping(gold, pred)
    assert counts.tp <= min(counts.gold, counts.pred)
    assert overlapping(pred, gold).tp == counts.tp
