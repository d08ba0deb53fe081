"""What a model is worth on layouts that it did not see: folds, systems, and the page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from evaluation.learned import folds as measuring
from evaluation.learned.folds import found, jobs
from evaluation.learned.report import report
from evaluation.learned.systems import SYSTEMS, Held, compared, measured
from policy_nlp.learning import Layer, PredictedSpan
from policy_nlp.learning.examples import Corpus
from policy_nlp.learning.hybrid import LayerPolicy, Policy
from policy_nlp.learning.training import Training
from policy_nlp.pipeline import parse
from policy_nlp.schema import Document
from policy_nlp.scoring.counts import Counts

TEXT = """{place}方案

一、任务
（一）修路。{place}交通局牵头，2026年底前完成率达到95%。
（二）架桥。2026年6月底前完成。
"""


def gold(place: str) -> Document:
    return parse(TEXT.format(place=place), language="zh", id=place)


@dataclass(frozen=True)
class Repeats:
    """Finds each due time that it has seen, and one that is none."""

    seen: frozenset[str]
    name: str = "repeats"
    languages: frozenset[str] = frozenset({"zh"})

    def predict(self, text: str, *, language: str) -> tuple[PredictedSpan, ...]:
        words = [quote for quote in sorted(self.seen) if quote in text]
        found = [PredictedSpan(text.find(one), text.find(one) + len(one), Layer.DEADLINE, "by", 0.95) for one in words]
        return (*found, PredictedSpan(0, 2, Layer.DEADLINE, "by", 0.95))


def repeats(corpus: Corpus, language: str, training: Training) -> Repeats:
    return Repeats(frozenset(due.quote for document in corpus.train.values() for due in document.deadlines))


@pytest.fixture
def corpus(monkeypatch: pytest.MonkeyPatch) -> Corpus:
    monkeypatch.setattr(measuring, "TRAINERS", {"repeats": repeats})
    places = [f"{name}县" for name in "甲乙丙丁戊己庚"]
    layouts = ("table", "table", "prose", "prose", "prose", "table", "bullets")
    traits = {place: {"layout": (layout,), "family": (place,)} for place, layout in zip(places, layouts, strict=True)}
    documents = [gold(place) for place in places]
    train, dev = ({one.id: one for one in part} for part in (documents[:4], documents[4:]))
    return Corpus(train, dev, traits)


def test_systems_are_told_apart() -> None:
    document = gold("甲县")
    model = Repeats(frozenset({"2026年底前"}))
    counts = compared(model, document, {Layer.DEADLINE: LayerPolicy(Policy.AGREEMENT)})
    assert set(counts) == set(SYSTEMS)
    due = {system: layers["deadline"] for system, layers in counts.items()}
    assert due["rules"] == Counts(gold=2, pred=2, tp=2)
    assert due["model"] == Counts(gold=2, pred=1, tp=0)  # right, but at no task; what cannot be read is left out
    assert due["filled"] == Counts(gold=2, pred=2, tp=2)
    assert due["hybrid"] == Counts(gold=2, pred=1, tp=1)
    assert counts["model"]["unit"].pred == 0


def test_the_most_common_layouts_are_left_out_first(corpus: Corpus) -> None:
    listed = list(jobs(corpus, "repeats", trait="layout", most=2, training=Training()))
    assert [(job.fold.value, len(job.fold.held)) for job in listed] == [("prose", 3), ("table", 3)]
    assert len({job.name for job in listed}) == 2


def test_what_a_model_finds_is_kept_and_taken_up_again(corpus: Corpus, tmp_path: Path) -> None:
    (job,) = jobs(corpus, "repeats", trait="layout", most=1, training=Training())
    text = next(iter(job.fold.held.values())).text
    first = found(job, tmp_path).predict(text, language="zh")
    assert first == repeats(job.fold.corpus, "zh", Training()).predict(text, language="zh")
    (kept,) = tmp_path.iterdir()
    kept.write_text(json.dumps({name: [] for name in json.loads(kept.read_text(encoding="utf-8"))}), encoding="utf-8")
    assert found(job, tmp_path).predict(text, language="zh") == ()
    other = next(jobs(corpus, "repeats", trait="layout", most=1, training=Training(seed=1)))
    assert other.name != job.name


def test_the_page_has_every_fold_and_all_together(corpus: Corpus, tmp_path: Path) -> None:
    held = [measured(job, tmp_path) for job in jobs(corpus, "repeats", trait="layout", most=2, training=Training())]
    page = "\n\n".join(report(held))
    assert "## repeats, zh: one layout left out" in page
    assert "All 2 folds together, 6 documents:" in page
    assert page.count("| prose | 3 |") == len(Layer)
    assert "Policies chosen on dev other than rules alone: none." in page


def test_a_document_in_several_folds_counts_once(corpus: Corpus) -> None:
    document = gold("甲县")
    tallies = compared(Repeats(frozenset()), document, {})
    held = [Held("repeats", "zh", "layout", value, {"甲县": tallies}, {"unit": "fill 0.9"}) for value in ("a", "b")]
    page = "\n\n".join(report(held))
    assert "All 2 folds together, 1 documents:" in page
    assert "a: unit fill 0.9; b: unit fill 0.9." in page
