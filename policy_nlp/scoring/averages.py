"""Many documents in one figure: summed counts, mean ratios, and how far chance may move them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from statistics import fmean, quantiles

from policy_nlp.scoring.counts import DIGITS, Counts, Figures

Tally = dict[str, Counts]
"""The counts of one document, by layer."""

Interval = list[float]
"""The low and the high end."""

SAMPLES = 1000
SEED = 20200101


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


def intervals(tallies: Sequence[Tally]) -> dict[str, dict[str, Interval]]:
    """Return the 95 % bootstrap intervals of the micro figures over documents; the same counts give the same intervals.

    >>> intervals([{"plans": Counts(2, 2, 2)}] * 5)["plans"]["f1"]
    [1.0, 1.0]
    """
    choose = random.Random(SEED)
    draws = [choose.choices(range(len(tallies)), k=len(tallies)) for _ in range(SAMPLES)]
    return {layer: _layer_intervals([tally[layer] for tally in tallies], draws) for layer in tallies[0]}


def _layer_intervals(counts: Sequence[Counts], draws: Sequence[Sequence[int]]) -> dict[str, Interval]:
    totals = [sum((counts[index] for index in draw), Counts()) for draw in draws]
    ratios: dict[str, Callable[[Counts], float]] = {
        "p": lambda total: total.precision,
        "r": lambda total: total.recall,
        "f1": lambda total: total.f1,
    }
    return {name: _middle([ratio(total) for total in totals]) for name, ratio in ratios.items()}


def _middle(values: Sequence[float]) -> Interval:
    cuts = quantiles(values, n=40, method="inclusive")
    return [round(cuts[0], DIGITS), round(cuts[-1], DIGITS)]


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
