"""Marked-up text as files: one for each document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from policy_nlp.conversion.file_names import named
from policy_nlp.conversion.marked.documents import SUFFIX, Marked, read_marked, write_marked
from policy_nlp.schema import Document
from policy_nlp.scoring.json_files import decoded


def read_marked_file(path: Path) -> Iterator[Document]:
    """Yield the document in a file; raises InputError with the line where a tag or the header is wrong."""
    yield read_marked(decoded(path), path=str(path)).document


def write_marked_files(documents: Sequence[Document]) -> dict[str, bytes]:
    """Return a marked-up file for each document."""
    names = (name for name, _ in named(documents))
    return {
        f"{name}{SUFFIX}": write_marked(Marked(document)).encode()
        for name, document in zip(names, documents, strict=True)
    }
