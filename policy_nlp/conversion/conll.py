"""CoNLL with layers: a line for each token with its offsets and a BIO tag in the columns of each layer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from policy_nlp.conversion.bio import columns, seen, spans, tags
from policy_nlp.conversion.file_names import named
from policy_nlp.conversion.labels import Layer
from policy_nlp.conversion.places import Place, note_of
from policy_nlp.conversion.recall import Found, marks_json, marks_of, recalled
from policy_nlp.conversion.sheet import Link, Mark, Sheet
from policy_nlp.conversion.tokens import words
from policy_nlp.schema import Document, Span
from policy_nlp.scoring.json_files import decoded

OPENING = "# policy_nlp = "
_COLUMNS = "# columns = "
_FIXED = ("token", "start", "end")
_LINE_END = "\n"


def write_conll(documents: Sequence[Document]) -> dict[str, bytes]:
    """Return `NAME.conll` for each document; comment lines hold the text and what tags cannot say."""
    return {f"{name}.conll": _page(sheet).encode("utf-8") for name, sheet in named(documents)}


def _page(sheet: Sheet) -> str:
    places = words(sheet.text, (mark.span for mark in sheet.marks))
    layers = {layer: columns(sheet.of_layer(layer)) for layer in Layer}
    names = [f"{layer}.{depth}" for layer, groups in layers.items() for depth, _ in enumerate(groups, start=1)]
    tagged = [tags(places, group) for groups in layers.values() for group in groups]
    head = [OPENING + note_of(_comment(sheet)), _COLUMNS + " ".join([*_FIXED, *names])]
    return _LINE_END.join([*head, *_rows(sheet.text, places, tagged), ""])


def _comment(sheet: Sheet) -> dict[str, Any]:
    about = {"id": sheet.id, "language": sheet.language, "text": sheet.text, "head": dict(sheet.head)}
    return about | {"marks": marks_json(sheet.marks), "links": [[link.source, link.target] for link in sheet.links]}


def _rows(text: str, places: Sequence[Span], tagged: Sequence[Sequence[str]]) -> Iterator[str]:
    """One line for each token; an empty line where the text begins a new one."""
    before = 0
    for index, (start, end) in enumerate(places):
        if before and _LINE_END in text[before:start]:
            yield ""
        yield "\t".join([text[start:end], str(start), str(end), *(column[index] for column in tagged)])
        before = end


def read_conll(path: Path) -> Iterator[Document]:
    """Yield the document of a file that `write_conll` made, as its tags now say.

    Raises InputError naming the line where a token is not what the text says there, or where a tag is none of ours.
    """
    first, *rows = decoded(path).split(_LINE_END)
    place = Place(path, "line 1")
    if not first.startswith(OPENING):
        raise place.error("lacks", name=OPENING.strip())
    about = place.note(first.removeprefix(OPENING)) or {}
    text = place.need(about, "text", str)
    table = [_cells(row, text, Place(path, f"line {n}")) for n, row in enumerate(rows, start=2) if _is_row(row)]
    yield Place(path).document(_sheet(path, about, text, table))


def _is_row(row: str) -> bool:
    return bool(row.strip("\r")) and not row.startswith(_COLUMNS)


def _cells(row: str, text: str, place: Place) -> tuple[Span, list[str], Place]:
    token, start, end, *found = row.rstrip("\r").split("\t") if row.count("\t") > 1 else (row, "", "")
    if not (start.isdecimal() and end.isdecimal()):
        raise place.error("line_unread", line=row[:60])
    span = int(start), int(end)
    if text[span[0] : span[1]] != token:
        raise place.error("quote_differs", quote=token, found=text[span[0] : span[1]])
    return span, found, place


def _sheet(path: Path, about: Mapping[str, Any], text: str, table: list[tuple[Span, list[str], Place]]) -> Sheet:
    places = [span for span, _, _ in table]
    width = max((len(cells) for _, cells, _ in table), default=0)
    found: list[Found] = []
    for column in range(width):
        tagged = [(cells[column] if column < len(cells) else "O", place) for _, cells, place in table]
        found += spans(places, tagged)
    marks = as_noted(found, places, marks_of(about.get("marks") or ()))
    links = tuple(Link(source, target) for source, target in about.get("links") or ())
    head = about.get("head") or {}
    return Sheet(str(about.get("id") or path.stem), str(about.get("language") or "zh"), text, tuple(marks), links, head)


def as_noted(found: Sequence[Found], places: Sequence[Span], noted: Sequence[Mark]) -> list[Mark]:
    """Return the marks of the tags with what was noted of them, in the order noted, then new ones.

    White space at the rims of a mark has no token: a mark whose tags are unchanged keeps the span that was noted. One
    that is nothing but white space has no tags at all, and stays.
    """
    visible = {mark.id: seen(places, mark) for mark in noted}
    shown = [replace(mark, span=span) for mark in noted if (span := visible[mark.id])]
    whole = {mark.id: mark.span for mark in noted}
    marks = {
        mark.id: replace(mark, span=whole[mark.id]) if visible.get(mark.id) == mark.span else mark
        for mark in recalled(found, shown)
    }
    marks |= {mark.id: mark for mark in noted if visible[mark.id] is None}
    order = dict.fromkeys(mark.id for mark in noted if mark.id in marks) | dict.fromkeys(marks)
    return [marks[name] for name in order]
