"""Contradictions: two sections that set different deadlines or targets for the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.checking.passages import Passage, alike, passages
from policy_nlp.checking.records import Draft, shown
from policy_nlp.checking.registry import check
from policy_nlp.comparison.due_order import due_order
from policy_nlp.comparison.records import Order
from policy_nlp.comparison.target_order import same_measure, target_order
from policy_nlp.schema import Deadline, Document, Severity, Span, Target


@check("C401", Severity.MEDIUM)
def deadlines_differ(document: Document) -> Iterator[Draft]:
    """Two sections that set different deadlines for the same thing."""
    for one, other in alike(passages(document)):
        if len(one.deadlines) == len(other.deadlines) == 1:
            before, after = one.deadlines[0], other.deadlines[0]
            if before.kind is after.kind and due_order(before, after, language=document.language) is not Order.EQUAL:
                yield _draft(one, other, before, after)


@check("C402", Severity.MEDIUM)
def targets_differ(document: Document) -> Iterator[Draft]:
    """Two sections that set different targets for the same thing."""
    for one, other in alike(passages(document)):
        if len(one.targets) == len(other.targets) == 1:
            before, after = one.targets[0], other.targets[0]
            if (
                same_measure(before, after)
                and target_order(before, after, language=document.language) is not Order.EQUAL
            ):
                yield _draft(one, other, before, after)


def _draft(one: Passage, other: Passage, before: Deadline | Target, after: Deadline | Target) -> Draft:
    span: Span = after.span
    fields = {"task": shown(other.task), "one": before.quote, "other": after.quote}
    return Draft(span, (one.task.id, other.task.id), before.span, fields)
