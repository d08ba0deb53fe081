"""Counts of what gold has, what the prediction has and what they share, and the ratios that follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from typing import TypedDict

DIGITS = 4


class Figures(TypedDict):
    """Precision, recall and F1 beside the counts that they come from."""

    p: float
    r: float
    f1: float
    gold: int
    pred: int
    tp: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items gold has, how many the prediction has, and how many of them are the same.

    >>> Counts(gold=4, pred=5, tp=3).recall
    0.75
    """

    gold: int = 0
    pred: int = 0
    tp: int = 0

    @property
    def precision(self) -> float:
        """The share of the prediction that is right; 1 where nothing was predicted and nothing had to be."""
        return _share(self.tp, self.pred, other=self.gold)

    @property
    def recall(self) -> float:
        """The share of gold that was found; 1 where there was nothing to find and nothing was predicted."""
        return _share(self.tp, self.gold, other=self.pred)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return harmonic_mean(self.precision, self.recall)

    def __add__(self, other: Counts) -> Counts:
        """Return the counts of both sets of items together."""
        return Counts(self.gold + other.gold, self.pred + other.pred, self.tp + other.tp)

    def figures(self) -> Figures:
        """Return the ratios, rounded to four digits, beside the counts.

        >>> Counts(gold=2, pred=2, tp=1).figures()
        {'p': 0.5, 'r': 0.5, 'f1': 0.5, 'gold': 2, 'pred': 2, 'tp': 1}
        """
        return Figures(
            p=round(self.precision, DIGITS),
            r=round(self.recall, DIGITS),
            f1=round(self.f1, DIGITS),
            gold=self.gold,
            pred=self.pred,
            tp=self.tp,
        )


def shared(gold: Counter[Hashable], pred: Counter[Hashable]) -> Counts:
    """Return the counts of two bags of items; an item that gold has twice must be predicted twice.

    >>> shared(Counter("aab"), Counter("abb"))
    Counts(gold=3, pred=3, tp=2)
    """
    return Counts(gold.total(), pred.total(), (gold & pred).total())


def harmonic_mean(precision: float, recall: float) -> float:
    """Return F1; 0 where both are 0.

    >>> harmonic_mean(1.0, 0.5)
    0.6666666666666666
    """
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _share(part: int, whole: int, *, other: int) -> float:
    if whole:
        return part / whole
    return 0.0 if other else 1.0
