"""brat: a text with its `.ann` beside it; spans count code points, notes hold what labels and relations cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_nlp.conversion.brat_spans import fragments, on_one_line, quoted
from policy_nlp.conversion.file_names import named
from policy_nlp.conversion.labels import LABELS, Layer, labels
from policy_nlp.conversion.places import note_of
from policy_nlp.conversion.sheet import LINK, Mark, Sheet
from policy_nlp.schema import Document

BYTE_ORDER_MARK = "\ufeff"
_CONFIG = "annotation.conf"


def write_brat(documents: Sequence[Document]) -> dict[str, bytes]:
    """Return `NAME.txt` and `NAME.ann` for each document, and the configuration of the collection."""
    files: dict[str, bytes] = {}
    for name, sheet in named(documents):
        files[f"{name}.ann"] = "".join(f"{line}\n" for line in _lines(sheet)).encode("utf-8")
        files[f"{name}.txt"] = text_bytes(sheet.text)
    return files | {_CONFIG: _configuration().encode("utf-8")}


def text_bytes(text: str) -> bytes:
    """Return `text` as a file.

    Where it begins with U+FEFF, a byte order mark before it keeps that from being taken as one.
    """
    return (BYTE_ORDER_MARK * text.startswith(BYTE_ORDER_MARK) + text).encode("utf-8")


def _lines(sheet: Sheet) -> Iterator[str]:
    """Text-bound annotations, relations, then notes; a note on `*` is about the document."""
    numbers = {mark.id: f"T{number}" for number, mark in enumerate(sheet.marks, start=1)}
    for mark in sheet.marks:
        pieces = fragments(sheet.text, mark.span)
        places = ";".join(f"{start} {end}" for start, end in pieces)
        yield f"{numbers[mark.id]}\t{mark.label} {places}\t{quoted(sheet.text, pieces)}"
    for number, link in enumerate(sheet.links, start=1):
        yield f"R{number}\t{LINK} Arg1:{numbers[link.source]} Arg2:{numbers[link.target]}"
    document = {"id": sheet.id, "language": sheet.language, "head": dict(sheet.head)}
    yield f"#0\tDocument *\t{on_one_line(note_of(document))}"
    for number, mark in enumerate(sheet.marks, start=1):
        yield f"#{number}\tAnnotatorNotes {numbers[mark.id]}\t{on_one_line(note_of(_note(mark)))}"


def _note(mark: Mark) -> dict[str, object]:
    return {"mark": mark.id, "span": list(mark.span), "fields": mark.fields}


def _configuration() -> str:
    sources = "|".join(label for layer in (Layer.UNIT, Layer.DEADLINE, Layer.TARGET) for label in labels(layer))
    relations = (f"{LINK}\tArg1:{sources}, Arg2:{Layer.TASK}", "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>")
    parts = (("entities", LABELS), ("relations", relations), ("events", ()), ("attributes", ()))
    return "\n".join(f"[{name}]\n" + "".join(f"{entry}\n" for entry in entries) for name, entries in parts)
