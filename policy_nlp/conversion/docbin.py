"""spaCy: a DocBin with one group of spans for each layer, over tokens that give back the text to the character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from policy_nlp.conversion.extras import library
from policy_nlp.conversion.labels import Layer
from policy_nlp.conversion.marking import sheet_of
from policy_nlp.conversion.piped import piped_sheet
from policy_nlp.conversion.places import Place, note_of
from policy_nlp.conversion.recall import Found, marks_json, marks_of, recalled
from policy_nlp.conversion.sheet import Link, Sheet
from policy_nlp.conversion.tokens import tokens
from policy_nlp.language import detect
from policy_nlp.schema import Document

EXTRA = "spacy"
_META = "policy_nlp"
_NAME = "docs.spacy"


def write_docbin(documents: Sequence[Document]) -> dict[str, bytes]:
    """Return one DocBin; its user data holds fields and links. Raises InputError where spaCy is not installed."""
    spacy = library("spacy", extra=EXTRA, path=_NAME)
    store = library("spacy.tokens", extra=EXTRA, path=_NAME).DocBin(store_user_data=True)
    for sheet in map(sheet_of, documents):
        store.add(_doc(spacy, sheet))
    return {_NAME: store.to_bytes()}


def _doc(spacy: Any, sheet: Sheet) -> Any:
    places = tokens(sheet.text, (mark.span for mark in sheet.marks))
    words = [sheet.text[start:end] for start, end in places]
    doc = spacy.tokens.Doc(spacy.blank(sheet.language).vocab, words=words, spaces=[False] * len(words))
    starts = {start: index for index, (start, _) in enumerate(places)}
    ends = {end: index + 1 for index, (_, end) in enumerate(places)}
    for layer in Layer:
        spans = [
            spacy.tokens.Span(doc, starts[mark.span[0]], ends[mark.span[1]], label=mark.label)
            for mark in sheet.of_layer(layer)
        ]
        doc.spans[str(layer)] = spans
    doc.user_data[_META] = note_of(_about(sheet))
    return doc


def _about(sheet: Sheet) -> dict[str, Any]:
    links = [[link.source, link.target] for link in sheet.links]
    about = {"id": sheet.id, "language": sheet.language, "head": dict(sheet.head)}
    return about | {"marks": marks_json(sheet.marks), "links": links}


def read_docbin(path: Path) -> Iterator[Document]:
    """Yield the documents of a DocBin by its groups of spans; those of a pipeline with the component too.

    Raises InputError where spaCy is not installed or where the file is no DocBin.
    """
    spacy = library("spacy", extra=EXTRA, path=path)
    store = library("spacy.tokens", extra=EXTRA, path=path).DocBin
    try:
        docs = list(store().from_disk(path).get_docs(spacy.blank("xx").vocab))
    except Exception as error:  # zlib, msgpack and spaCy each raise errors of their own for a broken file.
        raise Place(path).error("not_of_format", format="spaCy DocBin", cause=type(error).__name__) from error
    for number, doc in enumerate(docs, start=1):
        place, name = Place(path, f"doc {number}"), f"{path.stem}-{number}"
        yield place.document(piped_sheet(doc, place, name) or _sheet(doc, place, name))


def _sheet(doc: Any, place: Place, name: str) -> Sheet:
    about = place.note(doc.user_data.get(_META)) or {}
    found = [item for layer in Layer for item in _found(doc, str(layer), place)]
    marks = recalled(found, marks_of(about.get("marks") or ()))
    links = tuple(Link(source, target) for source, target in about.get("links") or ())
    language = about.get("language") or detect(doc.text)
    return Sheet(str(about.get("id") or name), language, doc.text, tuple(marks), links, about.get("head") or {})


def _found(doc: Any, layer: str, place: Place) -> Iterator[Found]:
    for span in doc.spans.get(layer, ()):
        yield place.label(span.label_), (span.start_char, span.end_char)
