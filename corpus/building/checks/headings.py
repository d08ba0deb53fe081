"""Checks of sections and of what their headings and the first characters of tasks say."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.building.faults import Fault
from policy_nlp.schema import Document, Plan, Section, Task

_BEFORE, _BEHIND = 40, 24


def parents(document: Document) -> Iterator[Fault]:
    """N1: a section is one level below the section around it, has its type, and lies in its plan."""
    around: list[Section] = []
    for section in document.sections:
        around = [one for one in around if one.span[1] >= section.span[1]]
        yield from _below(section, around[-1] if around else None)
        around.append(section)


def numbers(document: Document) -> Iterator[Fault]:
    """N2: the number of a section or task stands at its beginning or in a cell before it, without its punctuation."""
    records: tuple[Section | Task, ...] = (*document.sections, *document.tasks)
    for record in records:
        start = record.span[0]
        head = document.text[max(0, start - _BEFORE) : start + len(record.number) + _BEHIND]
        if record.number not in head or record.number.strip("（）()、.．:： ") != record.number:
            yield Fault("N2", f"number {record.number!r} of {record.id} is not in {head!r}", record.span)


def titles(document: Document) -> Iterator[Fault]:
    """N3: the title of a plan or a section is quoted from its text, blanks apart."""
    records: tuple[Plan | Section, ...] = (*document.plans, *document.sections)
    for record in records:
        if not record.title or _solid(record.title) not in _solid(document.text[slice(*record.span)]):
            yield Fault("N3", f"title {record.title!r} of {record.id} is not in its text", record.span)


def _below(section: Section, parent: Section | None) -> Iterator[Fault]:
    level = parent.level + 1 if parent else 1
    if section.level != level:
        yield Fault("N1", f"{section.id} has level {section.level}, not {level}", section.span)
    if parent and section.type is not parent.type:
        yield Fault("N1", f"{section.id} has another type than {parent.id} around it", section.span)


def _solid(text: str) -> str:
    return "".join(text.split())
