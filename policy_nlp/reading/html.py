"""HTML pages: the content as lines with blocks, tables and list numbers kept."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from policy_nlp.messages import both
from policy_nlp.reading.decoding import decode
from policy_nlp.reading.html_content import content_roots, squeezed, stated_title
from policy_nlp.reading.html_layout import lay_out
from policy_nlp.reading.html_line import Line
from policy_nlp.reading.html_source import MAX_DEPTH, tame
from policy_nlp.reading.html_tree import Piece, pieces
from policy_nlp.reading.page import BlockKind, Content
from policy_nlp.schema import Diagnostic, Severity

_LABEL = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.I
)
_WHOLE_PAGE = re.compile(r"<(?:html|body)[\s>]", re.I)
_HEAD = 4096
_OPENING = 12


def read_html(data: bytes, path: str, encoding: str | None = None) -> Content:
    """Return what a page says: its content where that can be told from the site around it, else all of it.

    >>> read_html(b"<h1>Plan</h1><ol><li>Survey all dams.</ol>", "plan.html").text
    'Plan\\n1. Survey all dams.'
    """
    label = _LABEL.search(data[:_HEAD])
    decoded = decode(data, path=path, encoding=encoding, label=label[1].decode("ascii", "ignore") if label else None)
    source, cut = tame(decoded.text)
    found, recognized = _content(LexborHTMLParser(source))
    text, blocks = lay_out(found)
    notes = list(decoded.diagnostics)
    if cut:
        notes.append(_note("nesting_cut", limit=MAX_DEPTH, count=cut))
    if not recognized and _WHOLE_PAGE.search(source):
        notes.append(_note("body_fallback"))
    return Content(text, blocks, tuple(notes))


def _content(tree: LexborHTMLParser) -> tuple[list[Piece], bool]:
    """The lines and tables of the content, and whether it was told from the rest of the page."""
    roots = content_roots(tree)
    if not roots:
        return pieces(tree.body) if tree.body else [], False
    found = [piece for root in roots for piece in pieces(root)]
    return _title(tree, found) + found, True


def _title(tree: LexborHTMLParser, found: list[Piece]) -> list[Piece]:
    """The title as a heading of its own, where the content begins without it."""
    title = stated_title(tree)
    opening = "".join(squeezed(piece.text) for piece in found[:_OPENING] if isinstance(piece, Line))
    return [] if title is None or squeezed(title) in opening else [Line(title, BlockKind.HEADING, 1)]


def _note(code: str, **fields: object) -> Diagnostic:
    return Diagnostic(code, Severity.LOW, both(f"diagnostics.{code}", **fields))
