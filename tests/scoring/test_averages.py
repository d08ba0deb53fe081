"""Micro sums counts, macro averages ratios."""

from __future__ import annotations

from policy_nlp.scoring.averages import macro, micro
from policy_nlp.scoring.counts import Counts

SMALL = {"task_span": Counts(gold=1, pred=1, tp=1)}
LARGE = {"task_span": Counts(gold=8, pred=10, tp=4)}


def test_micro_weighs_every_item_the_same() -> None:
    expected = {"p": 0.4545, "r": 0.5556, "f1": 0.5, "gold": 9, "pred": 11, "tp": 5}
    assert micro([SMALL, LARGE])["task_span"] == expected


def test_macro_weighs_every_document_the_same() -> None:
    expected = {"p": 0.7, "r": 0.75, "f1": 0.7222, "gold": 9, "pred": 11, "tp": 5}
    assert macro([SMALL, LARGE])["task_span"] == expected
