"""Checks of the text as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.building.closed_sets import closed_set
from corpus.building.faults import Fault
from policy_nlp.schema import Document, Section, Task


def extent(document: Document) -> Iterator[Fault]:
    """D1: a document is as long as the corpus asks for, and its lines end alike."""
    length, (shortest, longest) = len(document.text), (closed_set("length", key) for key in ("shortest", "longest"))
    if not shortest <= length <= longest:
        yield Fault("D1", f"{length} characters; {shortest} to {longest} are wanted")


def plans_there(document: Document) -> Iterator[Fault]:
    """D2: there is a plan, with tasks, and every section and task belongs to one."""
    if not document.plans or not document.tasks:
        yield Fault("D2", "no plan or no task")
    known = {plan.id for plan in document.plans}
    records: tuple[Section | Task, ...] = (*document.sections, *document.tasks)
    for record in records:
        if record.plan not in known:
            yield Fault("D2", f"{record.id} lies in no plan", record.span)
