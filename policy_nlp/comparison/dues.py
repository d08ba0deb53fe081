"""The due times of paired tasks: which local one answers which of the template, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from policy_nlp.comparison.alignment import Alignment
from policy_nlp.comparison.clauses import Clause
from policy_nlp.comparison.due_order import due_order
from policy_nlp.comparison.entries import Entry
from policy_nlp.comparison.facts import Located, Match, located, meet, said_around
from policy_nlp.comparison.records import Order
from policy_nlp.comparison.weights import Vector
from policy_nlp.schema import Deadline, DeadlineKind, Document, Span

_GOVERNING = (DeadlineKind.BY, DeadlineKind.PERIOD)


def due_matches(
    alignment: Alignment, template: Document, local: Document, *, issued: date | None
) -> Iterator[Match[Deadline]]:
    """Yield each due time of a paired task of the template with its local counterpart.

    One that goes with a clause which is itself left out is no gap of its own, and is not yielded. Where the local tasks
    name none, one that stands above them, in the lead-in of their section, governs them.
    """
    weights = alignment.both.weights

    def said(entry: Entry, clause: Clause, span: Span) -> Vector:
        around = said_around(entry, clause, span)
        return weights.vector(around if len(around) >= entry.read.fewest else clause.terms)

    for row in alignment.partners:
        entry, locals_ = alignment.both.template.entries[row], alignment.locals_of(row)
        missing = alignment.taken[row].passed_over
        wanted = [item for item in located(entry, entry.deadlines, said) if item.clause not in missing]
        offered = [item for other in locals_ for item in located(other, other.deadlines, said)]
        offered = offered or _governing_alone(entry, locals_, template, local)
        for one, answer, order in meet(wanted, offered, partial(_order, issued=issued), alone=_both_of_the_task):
            if answer is not None or not _only_begins(one.fact):
                yield Match(entry, locals_, one, answer, order)


def _order(template: Located[Deadline], local: Located[Deadline], *, issued: date | None) -> Order:
    languages = template.entry.language, local.entry.language
    return due_order(template.fact, local.fact, language=languages[0], local_language=languages[1], issued=issued)


def _both_of_the_task(template: Located[Deadline], local: Located[Deadline]) -> bool:
    """A task that has one due time has it for its result, whatever words stand around it."""
    return True


def _only_begins(due: Deadline) -> bool:
    """Return whether a due time says but when something begins (自5月起): left out, nothing is put off."""
    return due.value is not None and due.value.endswith("/..")


def _governing_alone(
    entry: Entry, locals_: tuple[Entry, ...], template: Document, local: Document
) -> list[Located[Deadline]]:
    """Return what governs the local tasks from above; what governs the template's task too is no answer to its own."""
    known = {item.fact.value for item in _governing(template, entry)}
    found = [item for other in locals_ for item in _governing(local, other)]
    return [item for item in found if item.fact.value not in known]


def _governing(local: Document, entry: Entry) -> Iterator[Located[Deadline]]:
    """Yield the due times of lead-ins and headings above a task, the nearest first."""
    sections = [item.span for item in local.sections if item.span[0] <= entry.task.span[0] < item.span[1]]
    for start, end in sorted(sections, reverse=True):
        for deadline in local.deadlines:
            above = deadline.task is None and start <= deadline.span[0] < min(end, entry.task.span[0])
            if above and deadline.kind in _GOVERNING:
                yield Located(deadline, entry, None, {})
