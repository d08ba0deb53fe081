"""Word documents (.docx): the text as Word shows it, with automatic numbers, headings and tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policy_nlp.messages import both
from policy_nlp.reading.html_layout import lay_out
from policy_nlp.reading.html_line import Line
from policy_nlp.reading.page import Content
from policy_nlp.reading.word_body import Body, Piece
from policy_nlp.reading.word_counting import Counting
from policy_nlp.reading.word_fields import Fields
from policy_nlp.reading.word_numbering import read_numbering
from policy_nlp.reading.word_package import Package, attribute, open_package
from policy_nlp.reading.word_runs import superscript
from policy_nlp.reading.word_styles import read_styles
from policy_nlp.schema import Diagnostic, Severity

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_KINDS = ("footnotes", "endnotes")


def read_word(data: bytes, path: str, encoding: str | None = None) -> Content:
    """Return what a .docx file shows: insertions in, deletions out, numbers as Word counts them.

    Headers, footers and tables of contents are set aside. Raises InputError for a damaged or hostile file.
    """
    package = open_package(data, path)
    body = _body(package, keep_contents=False)
    found = list(_pieces(package, body))
    if body.fields.is_open:
        # A table of contents without an end would take the rest of the document with it.
        body = _body(package, keep_contents=True)
        found = list(_pieces(package, body))
    text, blocks = lay_out(found)
    return Content(text, blocks, tuple(_diagnostics(body)))


def _body(package: Package, *, keep_contents: bool) -> Body:
    styles = read_styles(package.part("styles"))
    counting = Counting(read_numbering(package.part("numbering"), styles))
    return Body(styles, counting, Fields(keep_contents=keep_contents))


def _pieces(package: Package, body: Body) -> Iterator[Piece]:
    yield from body.pieces([package.root()])
    yield from body.rest()
    parts = {kind: _notes(package.part(kind)) for kind in _KINDS}
    for kind, id in body.notes:
        note = parts[kind].get(id)
        if note is not None:
            yield from _note(body, note, body.marks.number(kind, id))


def _notes(root: Element | None) -> dict[str, Element]:
    return {} if root is None else {attribute(item, "id") or "": item for item in root}


def _note(body: Body, note: Element, number: int) -> Iterator[Piece]:
    """A note with its mark before it, below the text."""
    mark = superscript(number) + " "
    for piece in body.pieces(note):
        yield Line(mark + piece.text, piece.kind, piece.level, f"note {number}") if isinstance(piece, Line) else piece
        mark = ""


def _diagnostics(body: Body) -> Iterator[Diagnostic]:
    if body.fields.set_aside and not body.fields.keep_contents:
        yield Diagnostic("contents_set_aside", Severity.INFO, both("diagnostics.contents_set_aside"))
    if body.embedded:
        message = both("diagnostics.embedded_skipped", count=body.embedded)
        yield Diagnostic("embedded_skipped", Severity.MEDIUM, message)
