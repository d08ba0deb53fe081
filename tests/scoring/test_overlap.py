"""Overlapping spans are paired one to one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policy_nlp.scoring.counts import Counts
from policy_nlp.scoring.overlap import Labeled, closest, crossings, overlapping, shared_part, sharing_half

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


def test_half_of_what_both_cover_must_be_shared() -> None:
    assert sharing_half([("a", (0, 10))], [("a", (5, 10))]).tp == 1
    assert sharing_half([("a", (0, 10))], [("a", (6, 10))]).tp == 0
    assert sharing_half([("a", (0, 10))], [("b", (0, 10))]).tp == 0


def test_the_closest_are_paired_first() -> None:
    assert closest([(0, 10), (8, 12)], [(8, 13), (0, 3)]) == {0: 1, 1: 0}
    assert closest([(0, 10)], [(20, 30)]) == {}


@given(st.lists(SPANS, max_size=9), st.lists(SPANS, max_size=9))
def test_crossings_are_what_comparing_each_with_each_finds(
    gold: list[tuple[int, int]], pred: list[tuple[int, int]]
) -> None:
    expected = {(i, j) for i, one in enumerate(gold) for j, other in enumerate(pred) if shared_part(one, other) > 0}
    found = crossings(gold, pred)
    assert {(i, j) for _, i, j in found} == expected and len(found) == len(expected)


@given(ITEMS, ITEMS)
def test_to_share_half_is_more_than_to_overlap(gold: Labeled, pred: Labeled) -> None:
    assert sharing_half(gold, pred).tp <= min(len(gold), len(pred))
    assert sharing_half(gold, gold).tp == len(gold)
