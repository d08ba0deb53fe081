"""Reading brat's `.ann` with the text beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from policy_nlp.conversion.brat_spans import envelope, quoted, written
from policy_nlp.conversion.places import Place
from policy_nlp.conversion.sheet import Link, Mark, Sheet
from policy_nlp.language import detect
from policy_nlp.schema import Document, Span
from policy_nlp.scoring.json_files import decoded

_PLACES = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)\Z")
_RELATION = re.compile(r"\S+ Arg1:(\S+) Arg2:(\S+)\s*\Z")


@dataclass(slots=True)
class _Lines:
    """The lines of one file by what they are."""

    bound: dict[str, tuple[str, Span, Place]] = field(default_factory=dict)
    links: list[tuple[str, str, Place]] = field(default_factory=list)
    notes: dict[str, dict[str, Any]] = field(default_factory=dict)


def read_brat(path: Path) -> Iterator[Document]:
    """Yield the document of an `.ann` file; the text is read from the `.txt` beside it.

    Raises InputError naming the line where a line, an offset or a quote is wrong, or where there is no text.
    """
    text = text_beside(path, path.with_suffix(".txt"))
    found = _Lines()
    for number, line in enumerate(decoded(path).split("\n"), start=1):
        if line.strip():
            _read_line(line.rstrip("\r"), text, found, Place(path, f"line {number}"))
    yield Place(path).document(_sheet(path, text, found))


def text_beside(path: Path, text: Path) -> str:
    """Return the text in the file `text` that belongs to `path`; raises InputError where there is none."""
    if not text.is_file():
        raise Place(path).error("text_missing", expected=text.name)
    return decoded(text)


def _read_line(line: str, text: str, found: _Lines, place: Place) -> None:
    name, *rest = line.split("\t", 2)
    if name.startswith("T") and len(rest) == 2:
        label, span = _bound(rest[0], rest[1], text, place)
        found.bound[name] = (label, span, place)
    elif name.startswith("R") and rest:
        found.links.append((*_ends(rest[0], place), place))
    elif name.startswith("#") and len(rest) == 2:
        fields = _our_note(rest[1], place)
        if fields is not None:
            found.notes[rest[0].split(" ")[-1]] = fields
    elif not name.startswith(("A", "M", "N", "E", "*", "#")):
        raise place.error("line_unread", line=line[:60])


def _bound(middle: str, quote: str, text: str, place: Place) -> tuple[str, Span]:
    match = _PLACES.match(middle)
    if match is None:
        raise place.error("line_unread", line=middle[:60])
    pieces = [(int(start), int(end)) for start, end in (piece.split() for piece in match[2].split(";"))]
    for start, end in pieces:
        if not 0 <= start < end <= len(text):
            raise place.error("span_outside_text", span=f"[{start}, {end})", length=len(text))
    if (there := quoted(text, pieces)) != quote:
        raise place.error("quote_differs", quote=quote, found=there)
    return place.label(match[1]), envelope(pieces)


def _ends(middle: str, place: Place) -> tuple[str, str]:
    match = _RELATION.match(middle)
    if match is None:
        raise place.error("line_unread", line=middle[:60])
    return match[1], match[2]


def _our_note(words: str, place: Place) -> dict[str, Any] | None:
    """A note of ours; what a person has written beside a span is for people."""
    return place.note(words) if words.startswith("{") else None


def _sheet(path: Path, text: str, found: _Lines) -> Sheet:
    about: Mapping[str, Any] = found.notes.get("*", {})
    marks = {name: _mark(name, text, bound, found.notes.get(name)) for name, bound in found.bound.items()}
    links = tuple(_link(marks, *link) for link in found.links)
    name = str(about.get("id") or path.stem)
    language = about.get("language") or detect(text)
    return Sheet(name, language, text, tuple(marks.values()), links, about.get("head") or {})


def _mark(name: str, text: str, bound: tuple[str, Span, Place], note: Mapping[str, Any] | None) -> Mark:
    label, span, place = bound
    if note is None:
        return Mark(name, label, span)
    start, end = place.need(note, "span", list)
    # Line ends at the rims of a span are lost in the file; the note has them as long as the span was not moved.
    whole = (start, end) if written(text, (start, end)) == span else span
    return Mark(str(note.get("mark") or name), label, whole, note.get("fields"))


def _link(marks: Mapping[str, Mark], source: str, target: str, place: Place) -> Link:
    if not {source, target} <= marks.keys():
        raise place.error("link_unknown", source=source, target=target)
    return Link(marks[source].id, marks[target].id)
