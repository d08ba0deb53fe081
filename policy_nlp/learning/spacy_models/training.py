"""Training a small spaCy pipeline on the blocks of gold documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from policy_nlp.learning.cards import Card, Kind, made_with
from policy_nlp.learning.examples import Corpus
from policy_nlp.learning.measuring import measured
from policy_nlp.learning.spacy_models.labels import CATEGORIES, ENTITIES
from policy_nlp.learning.spacy_models.pipelines import configuration, spacy, use_device
from policy_nlp.learning.spacy_models.predictor import SpacyPredictor
from policy_nlp.learning.spacy_models.reader import examples
from policy_nlp.learning.training import Epoch, Tell, Training, silent


def train_spacy(
    corpus: Corpus, *, language: str, name: str, training: Training, tell: Tell = silent
) -> tuple[SpacyPredictor, Card]:
    """Return a pipeline trained on the documents of a corpus in one language, and its card with figures on dev.

    It is the best of all epochs. Raises InputError where spaCy is not installed, where there is no configuration for
    the language, or where a graphics card is asked for and there is none.
    """
    use_device(training.device, path=name)
    spacy(name, "util").fix_random_seed(training.seed)
    nlp = _untrained(language)
    learn, check = (list(examples(nlp, part.values())) for part in (corpus.train, corpus.dev))
    nlp.initialize(lambda: learn)
    _train(nlp, learn, check, training, tell)
    predictor = SpacyPredictor(nlp, name)
    return predictor, replace(_card(corpus, language, name, training), figures=_figures(predictor, corpus, check))


def _untrained(language: str) -> Any:
    nlp = spacy(language, "util").load_model_from_config(configuration(language), auto_fill=True)
    for label in ENTITIES:
        nlp.get_pipe("ner").add_label(label)
    for label in CATEGORIES:
        nlp.get_pipe("textcat_multilabel").add_label(label)
    return nlp


def _train(nlp: Any, learn: Sequence[Any], check: Sequence[Any], training: Training, tell: Tell) -> None:
    """Update the pipeline batch by batch; after each epoch it is tried on dev, and the best state is taken up again."""
    settings = _settings(nlp)
    best, score_of_best, since = nlp.to_bytes(), -1.0, 0
    for number in range(1, training.epochs + 1):
        for batch in _batches(learn, settings):
            nlp.update(batch, drop=settings["dropout"], sgd=settings["optimizer"])
        with nlp.use_params(settings["optimizer"].averages):
            score = _score(nlp, check, settings["score_weights"])
            since = 0 if score > score_of_best else since + 1
            best = nlp.to_bytes() if since == 0 else best
        score_of_best = max(score, score_of_best)
        tell(Epoch(number, training.epochs, score, since == 0))
        if since >= training.patience:
            break
    nlp.from_bytes(best)


def _settings(nlp: Any) -> dict[str, Any]:
    config = nlp.config.interpolate()["training"]
    registry, schemas = spacy(nlp.lang, "util").registry, spacy(nlp.lang, "schemas")
    return dict(registry.resolve(config, schema=schemas.ConfigSchemaTraining))


def _batches(learn: Sequence[Any], settings: dict[str, Any]) -> Iterator[list[Any]]:
    import random

    shuffled = list(learn)
    random.shuffle(shuffled)
    yield from settings["batcher"](shuffled)


def _score(nlp: Any, check: Sequence[Any], weights: dict[str, float | None]) -> float:
    found = nlp.evaluate(_fresh(nlp, check))
    return sum((found.get(name) or 0.0) * weight for name, weight in weights.items() if weight)


def _fresh(nlp: Any, check: Sequence[Any]) -> list[Any]:
    """The same examples with nothing predicted yet."""
    made = spacy(nlp.lang, "training").Example
    return [made(nlp.make_doc(one.reference.text), one.reference) for one in check]


def _figures(predictor: SpacyPredictor, corpus: Corpus, check: Sequence[Any]) -> dict[str, Any]:
    found = predictor.nlp.evaluate(_fresh(predictor.nlp, check))
    blocks = {name: round(found["cats_f_per_type"][name]["f"], 4) for name in CATEGORIES}
    return {"on": "dev", "layers": measured(predictor, list(corpus.dev.values())), "blocks": blocks}


def _card(corpus: Corpus, language: str, name: str, training: Training) -> Card:
    return Card(
        name=name,
        kind=Kind.SPACY,
        languages=(language,),
        labels=(*ENTITIES, *CATEGORIES),
        seed=training.seed,
        corpus=corpus.fingerprint(),
        made_with=made_with(Kind.SPACY),
    )


def save_spacy(predictor: SpacyPredictor, folder: Path) -> None:
    """Write the pipeline into `folder`, in spaCy's own files."""
    predictor.nlp.to_disk(folder)
