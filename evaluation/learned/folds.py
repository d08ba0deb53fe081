"""One fold: a model trained without a layout or a subject, and what it finds. That is kept, since training is slow."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, astuple, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from policy_nlp.learning.examples import Corpus, Fold, folds
from policy_nlp.learning.predictions import Layer, PredictedSpan, Predictor
from policy_nlp.learning.training import Training
from policy_nlp.safe_files import write_safely
from policy_nlp.schema import Document

Train = Callable[[Corpus, str, Training], Predictor]
"""Trains a model on the documents of a corpus in one language."""


def train_spacy(corpus: Corpus, language: str, training: Training) -> Predictor:
    """Return a trained spaCy pipeline."""
    from policy_nlp.learning.spacy_models.training import train_spacy

    return train_spacy(corpus, language=language, name="model", training=training)[0]


def train_transformers(corpus: Corpus, language: str, training: Training) -> Predictor:
    """Return a token model trained from nothing."""
    from policy_nlp.learning.networks import Start
    from policy_nlp.learning.tokens import train_tokens

    return train_tokens(corpus.of(language), name="model", start=Start(), training=training).model


TRAINERS: Mapping[str, Train] = {"spacy": train_spacy, "transformers": train_transformers}


@dataclass(frozen=True, slots=True)
class Job:
    """A fold that is to be measured."""

    kind: str
    language: str
    trait: str
    fold: Fold
    training: Training

    @property
    def name(self) -> str:
        """A name for the file that keeps what is found: another corpus or training has another one."""
        seen = (self.fold.corpus.fingerprint(), Corpus(self.fold.held, {}).fingerprint(), asdict(self.training))
        digest = sha256(repr(seen).encode()).hexdigest()[:12]
        return f"{self.kind}-{self.language}-{self.trait}-{self.fold.value}-{digest}.json"


@dataclass(frozen=True)
class Recalled:
    """A model that repeats what it found in the documents of a fold."""

    finds: Mapping[str, tuple[PredictedSpan, ...]]
    languages: frozenset[str]
    name: str = "model"

    def predict(self, text: str, *, language: str) -> tuple[PredictedSpan, ...]:
        """Return what was found in `text`; KeyError where it is of no document of the fold."""
        return self.finds[text]


def jobs(corpus: Corpus, kind: str, *, trait: str, most: int, training: Training) -> Iterator[Job]:
    """Yield a job for each of the `most` values of a trait that most documents of a language have."""
    for language in corpus.languages:
        found = sorted(folds(corpus.of(language), trait), key=lambda fold: (-len(fold.held), fold.value))
        yield from (Job(kind, language, trait, fold, training) for fold in found[:most])


def found(job: Job, work: Path) -> Recalled:
    """Return what a model trained on the fold finds; what an earlier run has kept in `work` is taken from there."""
    kept = work / job.name
    documents = {**job.fold.corpus.dev, **job.fold.held}
    if not kept.is_file():
        write_safely(kept, json.dumps(_trained(job, documents.values())))
    data = json.loads(kept.read_text(encoding="utf-8"))
    finds = {documents[name].text: tuple(map(_span, spans)) for name, spans in data.items()}
    return Recalled(finds, frozenset({job.language}))


def _trained(job: Job, documents: Iterable[Document]) -> dict[str, list[Any]]:
    predictor = TRAINERS[job.kind](job.fold.corpus, job.language, job.training)
    predicted = ((one.id, predictor.predict(one.text, language=job.language)) for one in documents)
    return {name: [astuple(span) for span in spans] for name, spans in predicted}


def _span(values: list[Any]) -> PredictedSpan:
    start, end, layer, label, score = values
    return PredictedSpan(start, end, Layer(layer), label, score)
