"""Numbering: numbers that skip or stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.checking.checks.reported import reported
from policy_nlp.checking.records import Draft
from policy_nlp.checking.registry import check
from policy_nlp.schema import Document, Severity


@check("C301", Severity.LOW)
def number_skipped(document: Document) -> Iterator[Draft]:
    """A number that does not follow the one before it."""
    yield from reported(document, "number_skipped")


@check("C302", Severity.LOW)
def number_repeated(document: Document) -> Iterator[Draft]:
    """A number that stands twice in one list."""
    yield from reported(document, "number_repeated")
