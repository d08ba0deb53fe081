"""A small corpus, and pipelines that have learned it."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_nlp.learning.cards import write_card
from policy_nlp.learning.examples import Corpus, read_corpus
from policy_nlp.learning.training import Device, Training

from .plans import corpus_folder

TRAINING = Training(seed=1, epochs=15, patience=15, device=Device.CPU)


@pytest.fixture(scope="session")
def corpus_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus_folder(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="session")
def corpus(corpus_path: Path) -> Corpus:
    return read_corpus(corpus_path)


@pytest.fixture(scope="session")
def spacy_models(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a trained pipeline for each language."""
    pytest.importorskip("spacy", reason="needs policy-nlp[spacy]")
    from policy_nlp.learning.spacy_models.training import save_spacy, train_spacy

    folder = tmp_path_factory.mktemp("models")
    for language in corpus.languages:
        predictor, card = train_spacy(
            corpus.of(language), language=language, name=f"tiny-{language}", training=TRAINING
        )
        save_spacy(predictor, folder / language)
        write_card(folder / language, card)
    return folder
