"""Printed pages, whatever file they come from, as text with blocks; scans and unknown characters are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_nlp.errors import InputError
from policy_nlp.messages import both
from policy_nlp.reading.html_layout import lay_out
from policy_nlp.reading.page import Content
from policy_nlp.reading.pdf_flow import flow
from policy_nlp.reading.pdf_page import PageLayout
from policy_nlp.schema import Diagnostic, Severity

_UNKNOWN = 0.02
"""The share of characters without meaning from which a page is told of."""
_NAMED = 20


def content_of(
    pages: Sequence[PageLayout], path: str, notes: Sequence[Diagnostic] = (), *, scan: str = "scanned_pdf"
) -> Content:
    """Return the text and the blocks of pages; raises InputError under the code `scan` where all of them are scans."""
    scans = [page.number for page in pages if page.is_scan]
    if scans and not any(page.characters for page in pages if not page.is_scan):
        raise InputError(scan, path=path, count=len(scans))
    text, blocks = lay_out(flow(pages))
    return Content(text, blocks, (*notes, *_notes(pages, scans)))


def _notes(pages: Sequence[PageLayout], scans: Sequence[int]) -> Iterator[Diagnostic]:
    unknown = [page for page in pages if page.unknown > _UNKNOWN * max(page.characters, 1)]
    if scans:
        yield _note("scanned_pages", scans, len(scans))
    if unknown:
        yield _note("characters_unknown", [page.number for page in unknown], sum(page.unknown for page in unknown))


def _note(code: str, pages: Sequence[int], count: int) -> Diagnostic:
    named = ", ".join(map(str, pages[:_NAMED])) + (" …" if len(pages) > _NAMED else "")
    return Diagnostic(code, Severity.HIGH, both(f"diagnostics.{code}", pages=named, count=count))
