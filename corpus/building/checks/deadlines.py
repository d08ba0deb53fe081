"""Checks of deadlines: values have the form of their kind, and what cannot be pinned down has a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from corpus.building.closed_sets import closed_set
from corpus.building.faults import Fault
from policy_nlp.schema import Deadline, DeadlineKind, Document


def deadline_values(document: Document) -> Iterator[Fault]:
    """T1: the value has the form of its kind: a day, two days in order, an RRULE, an ISO 8601 duration."""
    for due in document.deadlines:
        if due.value is not None and not (_has_form(due) and _is_possible(due)):
            yield Fault("T1", f"{due.quote!r}: {due.value} is no value of kind {due.kind}", due.span)


def reasons(document: Document) -> Iterator[Fault]:
    """T2: a deadline has a value or else a reason; its anchor is quoted; words that soften it stay outside."""
    softening = tuple(closed_set("aspiring", document.language))
    for due in document.deadlines:
        if (due.value is None) == (due.reason is None):
            yield Fault("T2", f"{due.quote!r} needs a value, or a reason why it has none", due.span)
        if due.anchor is not None and due.anchor not in document.text:
            yield Fault("T2", f"the anchor {due.anchor!r} is not in the text", due.span)
        if due.quote.lower().startswith(softening):
            yield Fault("T2", f"{due.quote!r} begins with a word that says how binding it is", due.span)


def _has_form(due: Deadline) -> bool:
    return re.fullmatch(closed_set("values", due.kind.value), due.value or "") is not None


def _is_possible(due: Deadline) -> bool:
    if due.kind not in (DeadlineKind.BY, DeadlineKind.PERIOD):
        return True
    try:
        days = [date.fromisoformat(day) for day in (due.value or "").split("/") if day != ".."]
    except ValueError:
        return False
    return days == sorted(days) and bool(days)
