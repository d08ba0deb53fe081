"""Training a small pipeline, the path through its folder, and what it then says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from policy_nlp.errors import InputError
from policy_nlp.learning import Layer
from policy_nlp.learning.cards import read_card
from policy_nlp.learning.examples import Corpus
from policy_nlp.learning.loading import checked
from policy_nlp.learning.training import Device, Epoch, Training

from ..plans import TEXTS, plan

spacy = pytest.importorskip("spacy", reason="needs policy-nlp[spacy]")

from policy_nlp.learning.spacy_models.predictor import load_spacy  # noqa: E402
from policy_nlp.learning.spacy_models.training import save_spacy, train_spacy  # noqa: E402

LANGUAGES = tuple(TEXTS)
SHORT = Training(seed=3, epochs=1, patience=1, device=Device.CPU)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_learns_plans_that_it_did_not_see(language: str, spacy_models: Path, corpus: Corpus) -> None:
    predictor = load_spacy(spacy_models / language, checked(spacy_models / language, language=language))
    text = corpus.of(language).dev[f"{language}-2"].text
    found = predictor.predict(text, language=language)
    assert list(found) == sorted(found)
    dues = {text[span.start : span.end] for span in found if span.layer is Layer.DEADLINE}
    assert dues & {due.quote for due in corpus.dev[f"{language}-2"].deadlines}
    assert any(span.layer is Layer.TASK for span in found)
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] for span in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_says_what_it_reaches(language: str, spacy_models: Path) -> None:
    card = read_card(spacy_models / language)
    assert card.languages == (language,)
    assert card.figures["layers"]["deadline"]["tp"] > 0
    assert card.figures["layers"]["deadline"]["interval"] is None  # one document says nothing about chance
    assert card.figures["blocks"]["task"] > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_seed_gives_the_same_model(language: str, corpus: Corpus) -> None:
    scores: list[list[Epoch]] = [[], []]
    for told in scores:
        train_spacy(corpus.of(language), language=language, name="again", training=SHORT, tell=told.append)
    assert scores[0] == scores[1]
    assert [epoch.number for epoch in scores[0]] == [1]


def test_it_stops_where_nothing_gets_better(corpus: Corpus) -> None:
    told: list[Epoch] = []
    patient = replace(SHORT, epochs=9, patience=1)
    train_spacy(corpus.of("zh"), language="zh", name="early", training=patient, tell=told.append)
    assert len(told) < 9
    assert not told[-1].is_best


def test_blocks_are_told_with_their_section(spacy_models: Path) -> None:
    predictor = load_spacy(spacy_models / "zh", read_card(spacy_models / "zh"))
    blocks = predictor.blocks(plan("zh", 1), language="zh")
    assert max(blocks, key=lambda block: block.task).task > 0.5
    assert len({block.section for block in blocks}) > 1


def test_another_language_is_refused(spacy_models: Path) -> None:
    predictor = load_spacy(spacy_models / "zh", read_card(spacy_models / "zh"))
    with pytest.raises(InputError) as refused:
        predictor.predict("The Department will act.", language="en")
    assert refused.value.code == "model_language"


def test_an_empty_text_holds_nothing(spacy_models: Path) -> None:
    predictor = load_spacy(spacy_models / "en", read_card(spacy_models / "en"))
    assert predictor.predict("", language="en") == ()
    assert predictor.predict(" \n\n", language="en") == ()


def test_a_broken_folder_is_refused(spacy_models: Path, tmp_path: Path, corpus: Corpus) -> None:
    predictor, card = train_spacy(corpus.of("zh"), language="zh", name="broken", training=SHORT)
    save_spacy(predictor, tmp_path / "broken")
    (tmp_path / "broken" / "config.cfg").write_text("[nlp", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_spacy(tmp_path / "broken", card)
    assert refused.value.code == "model_unloadable"


def test_no_file_of_a_pipeline_is_a_pickle(spacy_models: Path) -> None:
    for language in LANGUAGES:
        checked(spacy_models / language)
