"""Many documents in one figure: summed counts, and mean ratios."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from policy_nlp.scoring.counts import DIGITS, Counts, Figures

Tally = dict[str, Counts]
"""The counts of one document, by layer."""


def micro(tallies: Sequence[Tally]) -> dict[str, Figures]:
    """Return the figures of the counts summed over all documents: every item weighs the same.

    >>> micro([{"plans": Counts(1, 1, 1)}, {"plans": Counts(3, 3, 0)}])["plans"]["f1"]
    0.25
    """
    return {layer: _total(tallies, layer).figures() for layer in tallies[0]}


def macro(tallies: Sequence[Tally]) -> dict[str, Figures]:
    """Return the mean of the ratios of all documents: every document weighs the same. The counts are sums.

    >>> macro([{"plans": Counts(1, 1, 1)}, {"plans": Counts(3, 3, 0)}])["plans"]["f1"]
    0.5
    """
    return {layer: _mean(tallies, layer) for layer in tallies[0]}


def _total(tallies: Sequence[Tally], layer: str) -> Counts:
    return sum((tally[layer] for tally in tallies), Counts())


def _mean(tallies: Sequence[Tally], layer: str) -> Figures:
    counts = [tally[layer] for tally in tallies]
    total = _total(tallies, layer)
    return Figures(
        p=round(fmean(one.precision for one in counts), DIGITS),
        r=round(fmean(one.recall for one in counts), DIGITS),
        f1=round(fmean(one.f1 for one in counts), DIGITS),
        gold=total.gold,
        pred=total.pred,
        tp=total.tp,
    )
