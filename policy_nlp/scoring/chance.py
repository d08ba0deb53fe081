"""How far chance may move the figures: resampled documents, and whether two systems differ by more than chance."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray

from policy_nlp.scoring.averages import Tally
from policy_nlp.scoring.counts import DIGITS

Array = NDArray[np.float64]

Interval = list[float]
"""The low and the high end."""

SAMPLES = 1000
SWAPS = 10_000
SEED = 20200101
_MOST_ENUMERATED = 13
_MIDDLE_95 = (0.025, 0.975)
_ROUNDING = 1e-12


class Difference(TypedDict):
    """The micro F1 of two systems on the same documents, and how sure their difference is."""

    f1: float
    other: float
    delta: float
    interval: Interval
    p_value: float


def intervals(tallies: Sequence[Tally]) -> dict[str, dict[str, Interval]]:
    """Return the 95 % bootstrap intervals of the micro figures over documents; the same counts give the same intervals.

    >>> from policy_nlp.scoring.counts import Counts
    >>> intervals([{"plans": Counts(2, 2, 2)}] * 5)["plans"]["f1"]
    [1.0, 1.0]
    """
    precision, recall, f1 = _ratios(_resampled(_counts(tallies)))
    ends = {"p": _middle(precision), "r": _middle(recall), "f1": _middle(f1)}
    return {layer: {name: end[place] for name, end in ends.items()} for place, layer in enumerate(tallies[0])}


def differences(tallies: Sequence[Tally], others: Sequence[Tally]) -> dict[str, Difference]:
    """Return for each layer how the first system differs from the other on the same documents, in the same order.

    `interval` is the 95 % paired bootstrap of the difference. `p_value` comes from approximate randomization: how often
    a difference as large appears when the two systems' results are swapped at random, document by document. Up to 13
    documents all swaps are tried, beyond that 10,000 of them, always the same.

    >>> from policy_nlp.scoring.counts import Counts
    >>> good, bad = {"plans": Counts(2, 2, 2)}, {"plans": Counts(2, 2, 0)}
    >>> differences([good] * 6, [bad] * 6)["plans"]["p_value"]
    0.0312
    """
    ours, theirs = _counts(tallies), _counts(others)
    one, other = _f1(ours.sum(axis=0)[np.newaxis])[0], _f1(theirs.sum(axis=0)[np.newaxis])[0]
    ends = _middle(_f1(_resampled(ours)) - _f1(_resampled(theirs)))
    chances = _chances(ours, theirs)
    return {
        layer: _difference(float(one[place]), float(other[place]), ends[place], float(chances[place]))
        for place, layer in enumerate(tallies[0])
    }


def _difference(one: float, other: float, ends: Interval, chance: float) -> Difference:
    return Difference(
        f1=round(one, DIGITS),
        other=round(other, DIGITS),
        delta=round(one - other, DIGITS),
        interval=ends,
        p_value=round(chance, DIGITS),
    )


def _counts(tallies: Sequence[Tally]) -> Array:
    """The counts as an array: documents, layers, then gold, pred and tp."""
    rows = [[(one.gold, one.pred, one.tp) for one in tally.values()] for tally in tallies]
    return np.array(rows, dtype=np.float64)


def _resampled(counts: Array) -> Array:
    """The summed counts of many draws of documents. The sums are of whole numbers, so no order of adding shows."""
    return np.tensordot(_draws(len(counts)), counts, axes=1)


def _draws(documents: int) -> Array:
    """How often each document is in each draw."""
    choose = random.Random(SEED)
    drawn = (choose.choices(range(documents), k=documents) for _ in range(SAMPLES))
    return np.array([np.bincount(draw, minlength=documents) for draw in drawn], dtype=np.float64)


def _chances(ours: Array, theirs: Array) -> Array:
    kept = _swaps(len(ours))
    one = _f1(np.tensordot(kept, ours, axes=1) + np.tensordot(1 - kept, theirs, axes=1))
    other = _f1(np.tensordot(1 - kept, ours, axes=1) + np.tensordot(kept, theirs, axes=1))
    seen = abs(_f1(ours.sum(axis=0)[np.newaxis]) - _f1(theirs.sum(axis=0)[np.newaxis]))
    as_large = (abs(one - other) >= seen - _ROUNDING).sum(axis=0)
    if _all_tried(len(ours)):
        return np.asarray(as_large / len(kept), dtype=np.float64)
    return np.asarray((as_large + 1) / (len(kept) + 1), dtype=np.float64)


def _all_tried(documents: int) -> bool:
    return documents <= _MOST_ENUMERATED


def _swaps(documents: int) -> Array:
    """Rows of 1 where a document's results stay and 0 where they change sides."""
    choose = random.Random(SEED)
    drawn = (choose.getrandbits(documents) for _ in range(SWAPS))
    numbers = range(2**documents) if _all_tried(documents) else drawn
    return np.array([[number >> place & 1 for place in range(documents)] for number in numbers], dtype=np.float64)


def _ratios(totals: Array) -> tuple[Array, Array, Array]:
    gold, pred, tp = totals[..., 0], totals[..., 1], totals[..., 2]
    precision, recall = _share(tp, pred, other=gold), _share(tp, gold, other=pred)
    both = precision + recall
    f1 = np.divide(2 * precision * recall, both, out=np.zeros_like(both), where=both > 0)
    return precision, recall, f1


def _f1(totals: Array) -> Array:
    return _ratios(totals)[2]


def _share(part: Array, whole: Array, *, other: Array) -> Array:
    shares: Array = np.divide(part, whole, out=(other == 0).astype(np.float64), where=whole > 0)
    return shares


def _middle(values: Array) -> list[Interval]:
    low, high = np.quantile(values, _MIDDLE_95, axis=0)
    return [[round(float(one), DIGITS), round(float(other), DIGITS)] for one, other in zip(low, high, strict=True)]
