"""Leaving out a layout or a subject, and whatever is related to it."""

from __future__ import annotations

from policy_nlp.learning.examples import Corpus, folds

TRAITS = {
    "zh-0": {"layout": ("table", "prose"), "family": ("bus",)},
    "zh-1": {"layout": ("prose",), "family": ("road",)},
    "zh-2": {"layout": ("bullets",), "family": ("bus",)},
    "en-0": {"layout": ("table",), "family": ("rail",)},
    "en-1": {"layout": ("bullets",), "family": ("port",)},
    "en-2": {"layout": ("prose",), "family": ("dam",)},
}


def left(corpus: Corpus) -> Corpus:
    return Corpus(
        *({name: part[name] for name in part if name in TRAITS} for part in (corpus.train, corpus.dev)), TRAITS
    )


def test_neither_a_layout_nor_its_relatives_stay(corpus: Corpus) -> None:
    found = {fold.value: fold for fold in folds(left(corpus), "layout")}
    table = found["table"]
    assert set(table.held) == {"zh-0", "en-0"}
    assert set(table.corpus.train) == {"zh-1", "en-1"}
    assert set(table.corpus.dev) == {"en-2"}  # zh-2 follows the template of zh-0


def test_rare_layouts_and_those_that_leave_nothing_are_passed_over(corpus: Corpus) -> None:
    assert [fold.value for fold in folds(left(corpus), "layout", fewest=3)] == []
    assert [fold.value for fold in folds(left(corpus), "layout", fewest=2)] == ["bullets", "table"]


def test_without_a_manifest_there_are_no_folds(corpus: Corpus) -> None:
    assert list(folds(corpus, "subject")) == []
