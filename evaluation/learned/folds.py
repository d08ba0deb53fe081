"""One fold: train without a layout or a subject, measure on all documents that have it. What is measured is kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from evaluation.learned.systems import Tallies, compared
from policy_nlp.learning.examples import Corpus, Fold, folds
from policy_nlp.learning.hybrid import choose
from policy_nlp.learning.predictions import Predictor
from policy_nlp.learning.training import Training
from policy_nlp.safe_files import write_safely
from policy_nlp.scoring.counts import Counts

Train = Callable[[Corpus, str, Training], Predictor]
"""Trains a model on the documents of a corpus in one language."""


def train_spacy(corpus: Corpus, language: str, training: Training) -> Predictor:
    """Return a trained spaCy pipeline."""
    from policy_nlp.learning.spacy_models.training import train_spacy

    return train_spacy(corpus, language=language, name="model", training=training)[0]


TRAINERS: Mapping[str, Train] = {"spacy": train_spacy}


@dataclass(frozen=True, slots=True)
class Held:
    """What came of one fold: the counts of each held document by system and layer, and the policies chosen on dev."""

    kind: str
    language: str
    trait: str
    value: str
    documents: Mapping[str, Tallies]
    policies: Mapping[str, str]


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
        """A name for the file that keeps what is measured: another corpus or training has another one."""
        seen = (self.fold.corpus.fingerprint(), Corpus(self.fold.held, {}).fingerprint(), asdict(self.training))
        digest = sha256(repr(seen).encode()).hexdigest()[:12]
        return f"{self.kind}-{self.language}-{self.trait}-{self.fold.value}-{digest}.json"


def jobs(corpus: Corpus, kind: str, *, trait: str, most: int, training: Training) -> Iterator[Job]:
    """Yield a job for each of the `most` values of a trait that most documents of a language have."""
    for language in corpus.languages:
        found = sorted(folds(corpus.of(language), trait), key=lambda fold: (-len(fold.held), fold.value))
        yield from (Job(kind, language, trait, fold, training) for fold in found[:most])


def measured(job: Job, work: Path) -> Held:
    """Return what came of a job; what an earlier run has measured in `work` is taken from there."""
    kept = work / job.name
    if not kept.is_file():
        write_safely(kept, json.dumps(asdict(_measure(job))))
    data = json.loads(kept.read_text(encoding="utf-8"))
    return Held(**{**data, "documents": {name: _tallies(one) for name, one in data["documents"].items()}})


def _measure(job: Job) -> Held:
    predictor = TRAINERS[job.kind](job.fold.corpus, job.language, job.training)
    chosen = choose(predictor, list(job.fold.corpus.dev.values()))
    policies = {layer: one.policy for layer, one in chosen.items()}
    documents = {name: compared(predictor, gold, policies) for name, gold in job.fold.held.items()}
    said = {str(layer): f"{one.policy} {one.score}" for layer, one in policies.items()}
    return Held(job.kind, job.language, job.trait, job.fold.value, documents, said)


def _tallies(data: Mapping[str, Mapping[str, Mapping[str, int]]]) -> Tallies:
    return {system: {layer: Counts(**one) for layer, one in layers.items()} for system, layers in data.items()}
