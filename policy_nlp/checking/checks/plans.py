"""The plan as a whole: no tasks in it, or no title of its own."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.checking.checks.reported import reported
from policy_nlp.checking.records import Draft
from policy_nlp.checking.registry import check
from policy_nlp.schema import Document, Severity


@check("C501", Severity.MEDIUM)
def plan_without_tasks(document: Document) -> Iterator[Draft]:
    """A plan in which no task was recognized."""
    yield from reported(document, "plan_without_tasks")


@check("C502", Severity.INFO)
def plan_without_title(document: Document) -> Iterator[Draft]:
    """A plan without a title of its own."""
    yield from reported(document, "plan_without_title")
