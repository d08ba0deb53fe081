"""The plan's text cut into pieces: within one piece the same spans hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from policy_nlp.schema import Document, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with the id of its anchor on the page, the kind that colors it, and the tasks that it belongs to."""

    id: str
    kind: str
    span: Span
    tasks: tuple[str, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, the marks that begin with it and the marks that hold over it, the innermost last."""

    text: str
    begins: tuple[Mark, ...]
    marks: tuple[Mark, ...]


def marks(document: Document) -> tuple[Mark, ...]:
    """Return all units, deadlines and targets of `document` as marks; units of one span and one role are one.

    >>> marks(Document("a", "en", "Plan"))
    ()
    """
    found = [
        Mark(f"u{index}", unit.role.value, unit.span, unit.tasks, unit.rule or "")
        for index, unit in enumerate(document.units)
    ]
    found += [
        Mark(f"d{index}", "deadline", due.span, (due.task,) if due.task else (), due.rule or "")
        for index, due in enumerate(document.deadlines)
    ]
    found += [
        Mark(f"g{index}", "target", target.span, (target.task,) if target.task else (), target.rule or "")
        for index, target in enumerate(document.targets)
    ]
    return tuple(found)


def task_marks(document: Document) -> tuple[Mark, ...]:
    """Return the tasks of `document` as marks."""
    return tuple(Mark(f"at-{task.id}", "task", task.span, (task.id,)) for task in document.tasks)


def pieces(text: str, spans: Iterable[Mark]) -> list[Piece]:
    """Return `text` as pieces in order; joined, they are the text.

    >>> [(piece.text, len(piece.marks)) for piece in pieces("by 2025 all", [Mark("d0", "deadline", (0, 7), ())])]
    [('by 2025', 1), (' all', 0)]
    """
    ordered = sorted(spans, key=lambda mark: (mark.span[0], -mark.span[1]))
    cuts = sorted({0, len(text), *(end for mark in ordered for end in mark.span)})
    found: list[Piece] = []
    open_marks: list[Mark] = []
    following = 0
    for start, end in pairwise(cuts):
        open_marks = [mark for mark in open_marks if mark.span[1] > start]
        begins = _beginning(ordered, following, start)
        following += len(begins)
        open_marks += begins
        found.append(Piece(text[start:end], tuple(begins), tuple(_innermost_last(open_marks))))
    return found


def _beginning(ordered: Sequence[Mark], following: int, start: int) -> list[Mark]:
    end = following
    while end < len(ordered) and ordered[end].span[0] == start:
        end += 1
    return list(ordered[following:end])


def _innermost_last(open_marks: Iterable[Mark]) -> list[Mark]:
    return sorted(open_marks, key=lambda mark: mark.span[0] - mark.span[1])
