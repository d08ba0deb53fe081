"""The documents of a corpus and which of them a model learns from; those kept for the test are never read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from policy_nlp.errors import InputError
from policy_nlp.interchange import dumps, to_json
from policy_nlp.schema import Document
from policy_nlp.scoring.cases import gold_documents
from policy_nlp.scoring.traits import Traits, manifest_traits

TRAIN, DEV, TEST = "train", "dev", "test"
_EVERY = 5
"""Where no split is told, one document of so many is held back from training."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Gold documents by id, those to learn from and those held back, and what is known about each."""

    train: Mapping[str, Document]
    dev: Mapping[str, Document]
    traits: Mapping[str, Traits] = field(default_factory=dict)

    @property
    def documents(self) -> dict[str, Document]:
        """All documents, by id."""
        return {**self.train, **self.dev}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the documents to learn from."""
        return tuple(sorted({document.language for document in self.train.values()}))

    def of(self, language: str) -> Corpus:
        """Return the part in one language."""
        return self._part(name for name, document in self.documents.items() if document.language == language)

    def without(self, gone: Set[str]) -> Corpus:
        """Return the part without the documents of these ids."""
        return self._part(name for name in self.documents if name not in gone)

    def _part(self, names: Iterable[str]) -> Corpus:
        kept = set(names)
        train, dev = ({name: part[name] for name in part if name in kept} for part in (self.train, self.dev))
        return Corpus(train, dev, self.traits)

    def fingerprint(self) -> str:
        """Return the SHA-256 of texts and annotations: which documents a model has seen."""
        digest = sha256()
        for name, document in sorted(self.documents.items()):
            digest.update(f"{name}\n{name in self.train}\n".encode())
            digest.update(dumps(to_json(document, with_text=True)).encode())
        return digest.hexdigest()


def read_corpus(path: Path | str, *, language: str | None = None) -> Corpus:
    """Return the corpus in a folder or file of gold documents, or its part in one language.

    A folder with `train` and `dev` below it is split so, else by the manifest; a document that neither places goes to
    training, every fifth of them is held back. Raises InputError where there is nothing to learn from.
    """
    whole = _by_folder(Path(path)) or _by_manifest(Path(path))
    corpus = whole.of(language) if language else whole
    for name, part in ((TRAIN, corpus.train), (DEV, corpus.dev)):
        if not part:
            raise InputError("nothing_to_learn_from", path=str(path), split=name, language=language or "zh, en")
    return corpus


def _by_folder(path: Path) -> Corpus | None:
    if not all((path / split).is_dir() for split in (TRAIN, DEV)):
        return None
    return Corpus(gold_documents(path / TRAIN), gold_documents(path / DEV), manifest_traits(path))


def _by_manifest(path: Path) -> Corpus:
    traits = manifest_traits(path)
    documents = gold_documents(path)
    splits = {name: traits.get(name, {}).get("split", ("",))[0] for name in documents}
    free = sorted(name for name, split in splits.items() if split not in (TRAIN, DEV, TEST))
    splits |= {name: DEV if place % _EVERY == _EVERY - 1 else TRAIN for place, name in enumerate(free)}
    if len(free) > 1 and DEV not in splits.values():
        splits[free[-1]] = DEV
    train, dev = ({name: documents[name] for name, split in splits.items() if split == of} for of in (TRAIN, DEV))
    return Corpus(train, dev, traits)
