"""Intervals repeat, and a difference is only as sure as the documents allow."""

from __future__ import annotations

import time
from itertools import product

import pytest

from policy_nlp.scoring.averages import Tally, micro
from policy_nlp.scoring.chance import differences, intervals
from policy_nlp.scoring.counts import Counts

SMALL = {"task_span": Counts(gold=1, pred=1, tp=1)}
LARGE = {"task_span": Counts(gold=8, pred=10, tp=4)}
EMPTY = {"task_span": Counts()}


def test_an_interval_holds_the_figure_and_repeats() -> None:
    tallies = [SMALL, LARGE, SMALL, LARGE, LARGE]
    low, high = intervals(tallies)["task_span"]["f1"]
    assert 0.0 < low <= micro(tallies)["task_span"]["f1"] <= high <= 1.0
    assert low < high
    assert intervals(tallies) == intervals(tallies)


def test_documents_with_nothing_in_them_change_nothing() -> None:
    assert intervals([EMPTY] * 5)["task_span"] == {"p": [1.0, 1.0], "r": [1.0, 1.0], "f1": [1.0, 1.0]}


def f1(*counts: Counts) -> float:
    return sum(counts, Counts()).f1


def test_the_chance_of_few_documents_is_that_of_all_swaps() -> None:
    ours = [Counts(5, 5, 5), Counts(4, 6, 3), Counts(3, 3, 1), Counts(6, 4, 4)]
    theirs = [Counts(5, 4, 3), Counts(4, 4, 4), Counts(3, 2, 1), Counts(6, 9, 2)]
    seen = abs(f1(*ours) - f1(*theirs))
    swaps = [
        abs(f1(*(pair[swap] for pair, swap in zip(zip(ours, theirs, strict=True), swaps, strict=True)))
            - f1(*(pair[1 - swap] for pair, swap in zip(zip(ours, theirs, strict=True), swaps, strict=True))))
        for swaps in product((0, 1), repeat=4)
    ]  # fmt: skip
    expected = sum(one >= seen - 1e-12 for one in swaps) / len(swaps)
    found = differences([{"a": one} for one in ours], [{"a": one} for one in theirs])["a"]
    assert found["p_value"] == round(expected, 4)
    assert found["delta"] == pytest.approx(f1(*ours) - f1(*theirs), abs=1e-4)
    assert found["interval"][0] <= found["delta"] <= found["interval"][1]


def test_a_system_does_not_differ_from_itself() -> None:
    found = differences([SMALL, LARGE] * 8, [SMALL, LARGE] * 8)["task_span"]
    assert (found["delta"], found["interval"], found["p_value"]) == (0.0, [0.0, 0.0], 1.0)


def test_many_documents_make_a_steady_difference_sure() -> None:
    better: list[Tally] = [{"a": Counts(10, 10, 9)}] * 30
    worse: list[Tally] = [{"a": Counts(10, 10, 6)}] * 30
    found = differences(better, worse)["a"]
    assert found["p_value"] < 0.001 and found["interval"][0] > 0
    assert differences(better, worse) == differences(better, worse)


def test_a_thousand_documents_take_seconds() -> None:
    tallies: list[Tally] = [
        {f"layer {number}": Counts(9, 9, index % 9) for number in range(60)} for index in range(1000)
    ]
    start = time.perf_counter()
    intervals(tallies)
    assert time.perf_counter() - start < 20
