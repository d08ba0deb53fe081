"""Checks of where spans begin and end, and how they lie to one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.building.faults import Fault
from policy_nlp.schema import Deadline, Document, Plan, Section, Target, Task, Unit

_MARKS = ("#", "- ", "* ", "|")


def rims(document: Document) -> Iterator[Fault]:
    """S1: no span begins or ends with a blank, or a plan, section or task with a mark of Markdown."""
    mentions: tuple[Unit | Deadline | Target, ...] = (*document.units, *document.deadlines, *document.targets)
    for span in (*(one.span for one in _containers(document)), *(one.span for one in mentions)):
        marked = document.text[slice(*span)]
        if marked != marked.strip():
            yield Fault("S1", f"a blank at the rim of {_short(marked)!r}", span)
    yield from _marked_rims(document)


def _marked_rims(document: Document) -> Iterator[Fault]:
    for record in _containers(document):
        marked = document.text[slice(*record.span)]
        if marked.startswith(_MARKS) or marked.endswith("|"):
            yield Fault("S1", f"a mark of Markdown at the rim of {_short(marked)!r}", record.span)


def crossings(document: Document) -> Iterator[Fault]:
    """S2: plans, sections and tasks lie inside one another or apart; no task inside a task, no plan inside a plan."""
    open_: list[Plan | Section | Task] = []
    for record in sorted(_containers(document), key=lambda one: (one.span[0], -one.span[1])):
        open_ = [other for other in open_ if other.span[1] > record.span[0]]
        for other in open_:
            if other.span[1] < record.span[1] or (type(other) is type(record) and not isinstance(record, Section)):
                yield Fault("S2", f"{record.id} begins inside {other.id}", record.span)
        open_.append(record)


def _containers(document: Document) -> Iterable[Plan | Section | Task]:
    return (*document.plans, *document.sections, *document.tasks)


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:14]}…{text[-14:]}"
