"""What stands beside the text: a card for each task, each entry with the anchor of the words that it was read from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from policy_nlp.reporting.task_rows import TaskRow, task_rows
from policy_nlp.schema import Deadline, Document, Target, Unit


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a task as shown: the anchor of its mark, its kind, its words, its value, its doubt."""

    anchor: str
    kind: str
    words: str
    value: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A task with its entries."""

    row: TaskRow
    entries: tuple[Entry, ...]


def cards(document: Document) -> tuple[Card, ...]:
    """Return a card for each task, in the order of the text.

    >>> cards(Document("a", "en", "Plan"))
    ()
    """
    entries: defaultdict[str, list[Entry]] = defaultdict(list)
    for task, entry in _entries(document):
        entries[task].append(entry)
    return tuple(Card(row, tuple(entries[row.id])) for row in task_rows(document))


def loose(document: Document) -> tuple[Entry, ...]:
    """Return the entries that belong to no task: dates and figures of the plan as a whole."""
    return tuple(entry for task, entry in _entries(document) if not task)


def _entries(document: Document) -> Iterable[tuple[str, Entry]]:
    for index, unit in enumerate(document.units):
        for task in unit.tasks:
            yield task, _unit(f"u{index}", unit)
    for index, due in enumerate(document.deadlines):
        yield due.task or "", _deadline(f"d{index}", due)
    for index, target in enumerate(document.targets):
        yield target.task or "", _target(f"g{index}", target)


def _unit(anchor: str, unit: Unit) -> Entry:
    other = f" · {unit.name_other}" if unit.name_other else ""
    name = unit.name if unit.name and unit.name != unit.quote else ""
    return Entry(anchor, unit.role.value, unit.quote, f"{name}{other}".removeprefix(" · "))


def _deadline(anchor: str, due: Deadline) -> Entry:
    return Entry(anchor, "deadline", due.quote, due.value or "", due.reason or "")


def _target(anchor: str, target: Target) -> Entry:
    value = "–".join(map(str, target.value)) if isinstance(target.value, tuple) else str(target.value)
    return Entry(anchor, "target", target.quote, f"{target.op} {value}{target.unit or ''}")
