"""What the checks look at: both plans, how their tasks go together, and what stands against what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policy_nlp.comparison.alignment import Alignment
from policy_nlp.comparison.blocks import Block
from policy_nlp.comparison.entries import Entry
from policy_nlp.comparison.facts import Fact, Located, Match
from policy_nlp.comparison.records import NotApplicable, Order, Place
from policy_nlp.comparison.sides import SameBody
from policy_nlp.schema import Deadline, Document, Target, Task, Unit

_SHORT = 40


@dataclass(frozen=True, slots=True)
class Case:
    """One comparison, laid out for the checks."""

    template: Document
    local: Document
    alignment: Alignment
    same: SameBody
    not_applicable: tuple[NotApplicable, ...]
    blocks: tuple[Block, ...]
    dues: tuple[Match[Deadline], ...]
    targets: tuple[Match[Target], ...]

    def missing(self) -> Iterator[Entry]:
        """Yield the tasks of the template that the local plan could carry out and does not."""
        excused = {item.template_task for item in self.not_applicable}
        for row, entry in enumerate(self.alignment.both.template.entries):
            if row not in self.alignment.partners and entry.id not in excused:
                yield entry


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding before it has its code and severity; `fields` fill its message."""

    template_tasks: tuple[str, ...]
    local_tasks: tuple[str, ...]
    template: Place | None
    local: Place | None
    fields: dict[str, str]


def named(task: Task) -> str:
    """Return how a message speaks of a task: its title, or how it begins.

    >>> named(Task("t1", "p1", None, "1", (0, 4), "巡查水库"))
    '巡查水库'
    """
    return task.title or one_line(task.quote)


def one_line(quote: str) -> str:
    """Return a quote on one line, cut where it is long.

    >>> one_line("每季度\\n巡查")
    '每季度巡查'
    """
    said = "".join(quote.split("\n")) if any("\u3400" <= c <= "\u9fff" for c in quote) else " ".join(quote.split())
    return said if len(said) <= _SHORT else said[:_SHORT] + "…"


def of_task(entry: Entry) -> Place:
    """Return the evidence that a whole task is."""
    return Place(entry.task.quote, entry.task.span)


def of_unit(unit: Unit) -> Place:
    """Return the evidence that a body is, its canonical name as the normal form."""
    return Place(unit.quote, unit.span, unit.name)


def of_fact(item: Located[Fact]) -> Place:
    """Return the evidence that a due time or target is, with its value as the normal form."""
    return Place(item.fact.quote, item.fact.span, _normal(item.fact))


def _normal(fact: Deadline | Target) -> str | None:
    if isinstance(fact, Deadline):
        return fact.value
    value = "-".join(map(str, fact.value)) if isinstance(fact.value, tuple) else str(fact.value)
    return f"{fact.op}{fact.bound or ''}{value}{fact.unit or ''}"


def drafts(matches: tuple[Match[Fact], ...], order: Order | None) -> Iterator[Draft]:
    """Yield a draft for each match that stands in `order`; None takes those without a local counterpart."""
    for match in matches:
        if match.order is order and (match.local is None) is (order is None):
            local = of_fact(match.local) if match.local else None
            fields = {"task": named(match.entry.task), "template": one_line(match.template.fact.quote)}
            fields |= {"local": one_line(match.local.fact.quote)} if match.local else {}
            tasks = tuple(entry.id for entry in match.locals)
            yield Draft((match.entry.id,), tasks, of_fact(match.template), local, fields)
