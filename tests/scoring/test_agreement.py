"""Kappa and gamma against figures worked out by hand, and agreement over folders."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_nlp.schema import Document, Role
from policy_nlp.scoring.agreement import agreement
from policy_nlp.scoring.agreement.gamma import Annotated, Placed, disorder, gamma
from policy_nlp.scoring.agreement.kappa import Kappa, cohen_kappa
from tests.scoring.test_evaluation import write_gold

UNITS = tuple(((start, start + 8), "ab"[start % 3 % 2]) for start in range(0, 600, 13))


def test_kappa_of_a_table_of_fifty() -> None:
    labels = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    found = cohen_kappa(labels)
    assert found is not None and found.observed == 0.7
    assert found.kappa == pytest.approx(0.4)


def test_kappa_is_unknown_where_only_one_label_occurs() -> None:
    assert cohen_kappa([("lead", "lead")] * 3) == Kappa(3, 1.0, None)
    assert cohen_kappa([]) is None


def test_the_cost_of_an_alignment_by_hand() -> None:
    one: list[Placed] = [((0, 10), "a"), ((20, 30), "b")]
    other: list[Placed] = [((2, 10), "a"), ((20, 30), "a"), ((50, 60), "a")]
    # Two characters of eighteen apart; another category; one alone.
    assert disorder(one, other) == pytest.approx((2 / 18) ** 2 + 1 + 1)


PLACED = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8), st.sampled_from("ab")).map(
        lambda one: ((one[0], one[0] + one[1]), one[2])
    ),
    max_size=4,
)


def brute(ours: list[Placed], theirs: list[Placed]) -> float:
    """The cheapest alignment in the order of the text, by trying all of them."""
    ours, theirs = sorted(ours, key=lambda one: one[0]), sorted(theirs, key=lambda one: one[0])
    costs = [float(len(ours) + len(theirs))]
    for size in range(1, min(len(ours), len(theirs)) + 1):
        for left in combinations(ours, size):
            for right in combinations(theirs, size):
                costs.append(len(ours) + len(theirs) - 2 * size + sum(map(apart, left, right)))
    return min(costs)


def apart(one: Placed, other: Placed) -> float:
    ((a, b), category), ((c, d), label) = one, other
    return ((abs(a - c) + abs(b - d)) / (b - a + d - c)) ** 2 + (category != label)


@given(PLACED, PLACED)
def test_the_cheapest_alignment_is_found(ours: list[Placed], theirs: list[Placed]) -> None:
    assert disorder(ours, theirs) == pytest.approx(brute(ours, theirs))
    assert disorder(theirs, ours) == pytest.approx(disorder(ours, theirs))


def test_gamma_is_1_for_the_same_and_about_0_for_chance() -> None:
    turned = tuple(((start + 307) % 600, (start + 307) % 600 + 8) for (start, _), _ in UNITS[::3])
    other = tuple((span, "ab"[number % 2]) for number, span in enumerate(turned))
    assert gamma([Annotated(620, UNITS, UNITS)]) == 1.0
    by_chance = gamma([Annotated(620, UNITS[1::3], other)])
    assert by_chance is not None and abs(by_chance) < 0.35


def test_gamma_falls_with_the_distance_of_the_ends() -> None:
    moved = [tuple(((start + by, end + by), label) for (start, end), label in UNITS) for by in (0, 1, 2, 3)]
    found = [gamma([Annotated(620, UNITS, other)]) for other in moved]
    assert found == sorted(found, key=lambda value: -(value or 0)) and len(set(found)) == 4
    assert gamma([Annotated(620, UNITS, moved[2])]) == found[2]


def test_gamma_is_unknown_where_nobody_marked_anything() -> None:
    assert gamma([Annotated(10, (), ())]) is None
    assert gamma([Annotated(10, (((0, 4), "a"),), ())]) is not None


@pytest.fixture
def annotators(tmp_path: Path, gold: Document) -> list[Path]:
    """Three annotators of two documents; the third calls every lead co."""
    changed = replace(gold, units=tuple(replace(unit, role=Role.CO) for unit in gold.units))
    for name, document in (("first", gold), ("second", gold), ("third", changed)):
        for number in "12":
            write_gold(tmp_path / name, replace(document, id=number))
    return [tmp_path / name for name in ("first", "second", "third")]


def test_each_two_annotators_are_compared(annotators: list[Path]) -> None:
    found = agreement(annotators)
    assert [(Path(pair["one"]).name, Path(pair["other"]).name) for pair in found["pairs"]] == [
        ("first", "second"),
        ("first", "third"),
        ("second", "third"),
    ]
    same, other, _ = found["pairs"]
    assert same["micro"]["unit_mention"]["f1"] == same["kappa"]["unit_role"]["kappa"] == same["gamma"]["unit"] == 1.0
    assert other["kappa"]["unit_role"] == {"items": 6, "observed": 0.3333, "kappa": 0.0}
    assert other["gamma"]["unit"] < other["gamma"]["task"] == 1.0
    assert found["mean"]["f1"]["unit_mention"] == pytest.approx((1 + 2 * 0.3333) / 3, abs=1e-4)
    assert found["mean"]["kappa"]["unit_role"] == 0.3333


def test_languages_are_told_apart(annotators: list[Path], gold: Document) -> None:
    for folder in annotators[:2]:
        for number in range(5):
            write_gold(folder, replace(gold, id=f"english {number}", language="en"))
    (pair,) = agreement(annotators[:2])["pairs"]
    assert {name: one["documents"] for name, one in pair["languages"].items()} == {"en": 5, "zh": 2}
    assert pair["languages"]["en"]["intervals"]["task_span"]["f1"] == [1.0, 1.0]
    assert "intervals" not in pair["languages"]["zh"]


def test_the_order_of_two_annotators_does_not_matter(annotators: list[Path]) -> None:
    pairs = [agreement(order)["pairs"][0] for order in permutations(annotators[1:])]
    assert pairs[0]["micro"]["unit_mention"]["f1"] == pairs[1]["micro"]["unit_mention"]["f1"]
    assert pairs[0]["kappa"] == pairs[1]["kappa"]


def test_one_annotator_agrees_with_nobody(annotators: list[Path]) -> None:
    with pytest.raises(ValueError, match="at least two"):
        agreement(annotators[:1])
