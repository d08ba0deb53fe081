"""Reading annotations of any format: a bad file is told and passed over, the others go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from policy_nlp.commands.session import Session
from policy_nlp.conversion.detection import Source, sources
from policy_nlp.conversion.names import FormatName
from policy_nlp.conversion.review import chosen
from policy_nlp.errors import InputError, PolicyNlpError
from policy_nlp.schema import Document

_BAD_INPUT = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose work is wanted, and whether only what was reviewed."""

    annotator: str | None = None
    at: str | None = None
    only_reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The documents that were read, and the exit status so far."""

    documents: list[Document]
    status: int


def convert_files(session: Session, paths: Sequence[Path], name: FormatName | None, wanted: Wanted) -> Found:
    """Return the documents of all files that `paths` name; what is wrong is told on standard error.

    Raises InputError where there is nothing to read, or where nothing is left of what could be read.
    """
    found: dict[str, tuple[Path, Document]] = {}
    failures: list[PolicyNlpError] = []
    files = sources(paths, name)
    for source in files:
        try:
            found |= {document.id: (source.path, document) for document in _new(source, wanted, found)}
        except PolicyNlpError as error:
            session.error(error)
            failures.append(error)
    if not found and not failures:
        raise InputError("nothing_reviewed", path=str(paths[0]))
    if failures and len(files) > 1:
        session.summary(len(files), failures)
    return Found([document for _, document in found.values()], _BAD_INPUT if failures else 0)


def _new(source: Source, wanted: Wanted, found: dict[str, tuple[Path, Document]]) -> list[Document]:
    """The documents of one file; raises InputError where another file has given one of the same id."""
    documents = chosen(
        source.documents(),
        annotator=wanted.annotator,
        at=wanted.at,
        only_reviewed=wanted.only_reviewed,
        tells_review=source.format is not None and source.format.tells_review,
    )
    for document in documents:
        if document.id in found:
            other = found[document.id][0].name
            raise InputError("id_twice", path=str(source.path), id=document.id, other=other)
    return documents
