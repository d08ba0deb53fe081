"""The component: what it does to a document, and how it is written and read again with its pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Span
from spacy.training import Example

from policy_nlp.bodies.rows import table_text
from policy_nlp.components.attributes import set_policy
from policy_nlp.components.groups import group
from policy_nlp.components.settings import Settings
from policy_nlp.components.tables import Table, Tables, read_tables, registry_of, written
from policy_nlp.errors import InputError
from policy_nlp.learning.hybrid.loading import fingerprint, hybrid_at, run_with
from policy_nlp.linking.naming import name_units
from policy_nlp.pipeline import parse
from policy_nlp.safe_files import make_folder, write_safely
from policy_nlp.schema import Document

_FILE = "component.json"
_SCORE = "spans_"


class PolicyNlp:
    """Puts tasks, units, deadlines and targets into `doc.spans`, and into `doc._.policy` the document of our schema,
    whose spans are exact to the character whatever the tokens are.
    """

    def __init__(self, name: str = "policy_nlp", *, settings: Settings | None = None) -> None:
        self.name = name
        self.settings = settings or Settings()
        self._tables: Tables = ()
        _check_model(self.settings)

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with the groups of spans and `doc._.policy` filled.

        Raises InputError where a model is set that is not made for the language of the text.
        """
        document = self._read(doc.text)
        set_policy(doc, document)
        group(doc, document, self.settings)
        return doc

    def _read(self, text: str) -> Document:
        told, registry = self.settings, registry_of(self._tables)
        document = parse(text, language=told.language, fiscal_start=told.fiscal_start, registry=registry)
        if told.model is None:
            return document
        return name_units(run_with(document, told.model), registry=registry)

    def add_bodies(self, path: str | Path) -> None:
        """Take the bodies of a TSV file too; they win over shipped ones of the same name and stay with the pipeline.

        Raises LexiconError naming the file, the line and the cause.
        """
        tables = (*self._tables, Table(str(path), table_text(Path(path))))
        registry_of(tables)
        self._tables = tables

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]],
        *,
        nlp: Language | None = None,
        bodies: str | None = None,
    ) -> None:
        """Take the file of bodies that a configuration names under `[initialize.components.policy_nlp]`."""
        if bodies is not None:
            self.add_bodies(bodies)

    def score(self, examples: Iterable[Example], **options: Any) -> dict[str, Any]:
        """Return precision, recall and F1 of each group of spans, as spaCy scores them."""
        listed = list(examples)
        scores: dict[str, Any] = {}
        for name in self.settings.groups.values():
            scores |= Scorer.score_spans(listed, f"{_SCORE}{name}", getter=_spans, allow_overlap=True)
        return scores

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return what the component knows beyond the package and its configuration."""
        return written(self._tables)

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> PolicyNlp:
        """Take over what `to_bytes` gave; raises InputError where it is anything else."""
        self._tables = read_tables(data, name=self.name)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write into the folder `path` what `to_bytes` gives."""
        make_folder(Path(path))
        write_safely(Path(path) / _FILE, written(self._tables))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> PolicyNlp:
        """Take over what `to_disk` wrote; raises InputError naming the file where it is anything else."""
        file = Path(path) / _FILE
        self._tables = read_tables(_content(file), name=str(file))
        return self


def _check_model(settings: Settings) -> None:
    """Refuse a model at once that is not there, or not for the language of the pipeline's texts where that is set."""
    if settings.model is not None:
        fingerprint(settings.model)
        if settings.language is not None:
            hybrid_at(settings.model, language=settings.language)


def _spans(doc: Doc, key: str) -> Sequence[Span]:
    return list(doc.spans.get(key.removeprefix(_SCORE), ()))


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError("unreadable", path=str(file), cause=error.strerror or error) from error
