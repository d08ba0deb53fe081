"""Clauses of one document that speak of the same thing in different sections or plans."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from policy_nlp.comparison.clauses import clauses
from policy_nlp.comparison.words import reader
from policy_nlp.schema import Deadline, Document, Span, Target, Task

_ALIKE = 0.6
_FEWEST_TERMS = 4
# A term of half the plan leads from every clause to every other.
_MOST_PLACES = 40


@dataclass(frozen=True)
class Passage:
    """A clause of a task with the deadlines and targets that stand in it, or that its task has where it has but one."""

    task: Task
    span: Span
    terms: Mapping[str, int]
    deadlines: tuple[Deadline, ...]
    targets: tuple[Target, ...]

    @cached_property
    def size(self) -> int:
        """How many terms the clause has, repeated ones counted."""
        return sum(self.terms.values())


def passages(document: Document) -> list[Passage]:
    """Return the clauses of all tasks in which a deadline or a target stands, in the order of the text."""
    read = reader(document.language)
    blanks = [item.span for items in (document.units, document.deadlines, document.targets) for item in items]
    found = []
    for task in document.tasks:
        dues = [due for due in document.deadlines if _inside(due.span, task.span)]
        goals = [goal for goal in document.targets if _inside(goal.span, task.span)]
        if not dues and not goals:
            continue
        inner = [span for span in blanks if _inside(span, task.span)]
        for clause in clauses(document.text, task.span, inner, language=document.language, read=read):
            own = [due for due in dues if _inside(due.span, clause.span)]
            reached = [goal for goal in goals if _inside(goal.span, clause.span)]
            if own or reached:
                found.append(Passage(task, clause.span, clause.terms, tuple(own), tuple(reached)))
    return found


def alike(found: Sequence[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Yield the pairs of passages, the earlier first, that say the same in two sections or two plans."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, passage in enumerate(found):
        shared = Counter(other for term in passage.terms for other in places[term] if len(places[term]) <= _MOST_PLACES)
        for other in sorted(shared):
            if _elsewhere(found[other], passage) and _similarity(found[other], passage) >= _ALIKE:
                yield found[other], passage
        for term in passage.terms:
            places[term].append(index)


def _elsewhere(one: Passage, other: Passage) -> bool:
    return (one.task.plan, one.task.section) != (other.task.plan, other.task.section)


def _similarity(one: Passage, other: Passage) -> float:
    """How much of the longer clause the shorter one says, by its terms; 0 where either says too little to tell."""
    if min(one.size, other.size) < _FEWEST_TERMS:
        return 0.0
    common = sum(min(count, other.terms.get(term, 0)) for term, count in one.terms.items())
    return common / max(one.size, other.size)


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
