"""Marked stretches with their ids, and what has to be known about the whole text to read one of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policy_nlp.conversion.marked.forms import PLAN, SECTION, TASK
from policy_nlp.conversion.marked.places import Tasks, is_id
from policy_nlp.conversion.marked.tags import Element
from policy_nlp.conversion.marked.titles import heading
from policy_nlp.errors import InputError
from policy_nlp.schema import Span

IDENTIFIED = {PLAN: "p", SECTION: "s", TASK: "t"}


@dataclass(frozen=True, slots=True)
class Mark:
    """An element with its id; only plans, sections and tasks have one."""

    element: Element
    id: str

    @property
    def tag(self) -> str:
        """The name of its tag."""
        return self.element.tag

    @property
    def span(self) -> Span:
        """Where it lies in the text."""
        return self.element.span

    def get(self, key: str) -> str | None:
        """Return an attribute, None where the tag does not have it."""
        return self.element.fields.get(key)


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its tasks, and where its sections and tasks start, in order."""

    text: str
    tasks: Tasks
    starts: tuple[int, ...]

    def title(self, span: Span, number: str) -> str:
        """Return the title of a section that does not say it; it ends where a task or a section begins inside it."""
        after = bisect_right(self.starts, span[0])
        end = min([*self.starts[after : after + 1], span[1]])
        return heading(self.text[span[0] : end], number)


def identified(elements: Sequence[Element], *, path: str) -> Iterator[Mark]:
    """Yield the elements with their ids: those that they say, else a letter and their number among their kind.

    Raises InputError where two have one id, or where an id could not be referred to.
    """
    seen: dict[str, set[str]] = {tag: set() for tag in IDENTIFIED}
    for element in elements:
        yield Mark(element, _id(element, seen[element.tag], path) if element.tag in seen else "")


def page(text: str, marks: Sequence[Mark]) -> Page:
    """Return what the marks tell about the whole text."""
    tasks = Tasks.of({mark.id: mark.span for mark in marks if mark.tag == TASK})
    return Page(text, tasks, tuple(sorted(mark.span[0] for mark in marks if mark.tag in (SECTION, TASK))))


def automatic_id(tag: str, number: int) -> str:
    """Return the id of the `number`-th plan, section or task that does not say its own.

    >>> automatic_id("task", 3)
    't3'
    """
    return f"{IDENTIFIED[tag]}{number}"


def _id(element: Element, seen: set[str], path: str) -> str:
    name = element.fields.get("id", automatic_id(element.tag, len(seen) + 1))
    if name in seen or not is_id(name):
        raise InputError("markup_id", path=path, place=f"line {element.line}", id=name)
    seen.add(name)
    return name
