"""Our own format: gold files and extractions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from policy_nlp.conversion.file_names import named
from policy_nlp.conversion.places import Place
from policy_nlp.errors import SchemaError
from policy_nlp.interchange import dumps, from_json, to_json
from policy_nlp.schema import Document
from policy_nlp.scoring.files import Entry, gold_entries, text_of
from policy_nlp.scoring.integrity import reference_faults, span_faults


def read_gold(path: Path) -> Iterator[Document]:
    """Yield the documents of a gold file or of JSON Lines, each with its text.

    Raises InputError where JSON, a record, a quote or a reference is wrong.
    """
    for entry in gold_entries(path).values():
        yield _document(entry)


def write_gold(documents: Sequence[Document]) -> dict[str, bytes]:
    """Return a gold file for each document, with its text inside."""
    names = (name for name, _ in named(documents))
    return {
        f"{name}.gold.json": dumps(to_json(document, with_text=True)).encode("utf-8")
        for name, document in zip(names, documents, strict=True)
    }


def _document(entry: Entry) -> Document:
    place = Place(entry.path, entry.place)
    try:
        document = from_json(entry.data, text=text_of(entry))
    except SchemaError as error:
        raise place.error("broken", cause=error) from error
    for fault in (*span_faults(document), *reference_faults(document)):
        raise place.at(fault.place).error(fault.code, **fault.fields)
    return document
