"""Due times and targets of paired tasks, each of the template's with the local one on the same result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Generic, TypeVar

from policy_nlp.comparison.assignment import Edge, assign
from policy_nlp.comparison.clauses import Clause
from policy_nlp.comparison.entries import Entry, inside
from policy_nlp.comparison.records import Order
from policy_nlp.comparison.weights import Vector, contained
from policy_nlp.schema import Deadline, Span, Target
from policy_nlp.text.folding import fold

Fact = TypeVar("Fact", Deadline, Target)

KEPT = (Order.EQUAL, Order.STRICTER)
"""Where the local fact stands so, nothing of the template's is lost."""
SAME_RESULT = {Order.EQUAL: 0.0, Order.STRICTER: 0.2, Order.LAXER: 0.2, Order.INCOMPARABLE: 0.1}
"""Two facts are on the same result where one of their clauses says this share of what the other says.

Less is enough where they can be compared, which alone makes it likelier.
"""
OF_THE_TASK = 0.35
"""What a fact of the whole task is worth to any other fact of it."""
UNKNOWN = 0.2
"""Across languages, what shares no concept may still be on the same result: many words are on no list."""
BOTH_RESULTS = 0.5
"""A local fact answers a second one where its clause says this share of what that one's clause says."""
EQUAL_IS_WORTH = 0.5
COMPARABLE_IS_WORTH = 0.2


@dataclass(frozen=True, slots=True)
class Located(Generic[Fact]):
    """A fact, the clause that it stands in, and what that clause says; of the whole task where it says nothing."""

    fact: Fact
    entry: Entry
    clause: Clause | None
    said: Vector


@dataclass(frozen=True, slots=True)
class Match(Generic[Fact]):
    """A fact of the template, the local fact on the same result (None: there is none), and how it stands."""

    entry: Entry
    locals: tuple[Entry, ...]
    template: Located[Fact]
    local: Located[Fact] | None
    order: Order | None


def located(
    entry: Entry, facts: Sequence[Fact], said: Callable[[Entry, Clause, Span], Vector]
) -> Iterator[Located[Fact]]:
    """Yield each fact of `entry` with its clause; `said` tells what a clause says around the span of a fact."""
    for fact in facts:
        clause = next((clause for clause in entry.clauses if inside(fact.span, clause.span)), None)
        tells = clause is not None and len(clause.terms) >= entry.read.fewest
        yield Located(fact, entry, clause, said(entry, clause, fact.span) if clause and tells else {})


def said_around(entry: Entry, clause: Clause, span: Span) -> Mapping[str, int]:
    """Return the terms of the part of a clause of `entry` in which `span` begins."""
    low, high = next((part for part in clause.parts if inside(span, part)), clause.span)
    start = clause.span[0]
    return entry.read(fold(clause.text)[low - start : high - start])


def meet(
    template: Sequence[Located[Fact]],
    local: Sequence[Located[Fact]],
    order: Callable[[Located[Fact], Located[Fact]], Order],
    *,
    alone: Callable[[Located[Fact], Located[Fact]], bool],
) -> list[tuple[Located[Fact], Located[Fact] | None, Order | None]]:
    """Return each fact of the template with the local fact that is on the same result.

    Each local one is used once, but one that is as strict as two of the template answers both. `alone` tells whether
    the only fact of each side is on the same result however it is worded.
    """
    orders = {
        (row, column): order(one, other) for row, one in enumerate(template) for column, other in enumerate(local)
    }
    worth = {
        edge: value for edge, found in orders.items() if (value := _worth(template[edge[0]], local[edge[1]], found))
    }
    if not worth and len(template) == 1 == len(local) and orders[0, 0] is not Order.INCOMPARABLE:
        worth = {(0, 0): OF_THE_TASK} if alone(template[0], local[0]) else {}
    twice = {edge for edge in worth if contained(template[edge[0]].said, local[edge[1]].said) >= BOTH_RESULTS}
    taken = _taken(worth, orders, twice)
    return [
        (one, local[taken[row]], orders[row, taken[row]]) if row in taken else (one, None, None)
        for row, one in enumerate(template)
    ]


def _taken(worth: Mapping[Edge, float], orders: Mapping[Edge, Order], twice: Set[Edge]) -> dict[int, int]:
    """What can be compared goes first, then what answers a second time, and only then what cannot be compared."""
    taken = assign({edge: value for edge, value in worth.items() if orders[edge] is not Order.INCOMPARABLE})
    for row in {row for row, _ in worth} - taken.keys():
        kept = [edge for edge in twice if edge[0] == row and orders[edge] in KEPT]
        if kept:
            taken[row] = max(kept, key=lambda edge: worth[edge])[1]
    used = set(taken.values())
    rest = {edge: value for edge, value in worth.items() if edge[0] not in taken and edge[1] not in used}
    return taken | assign(rest)


def _worth(template: Located[Fact], local: Located[Fact], order: Order) -> float:
    """The same words tell that two facts are on the same result; that they are equal makes it likelier."""
    alike = likeness(template.said, local.said) if template.said and local.said else OF_THE_TASK
    if template.entry.language != local.entry.language:
        alike = max(alike, UNKNOWN)
    if alike < SAME_RESULT[order]:
        return 0.0
    bonus = {Order.EQUAL: EQUAL_IS_WORTH, Order.INCOMPARABLE: 0.0}.get(order, COMPARABLE_IS_WORTH)
    return alike + bonus


def likeness(one: Vector, other: Vector) -> float:
    """Return how far the shorter of two passages says what the other says.

    >>> likeness({"水库": 1.0}, {"水库": 1.0, "巡查": 3.0})
    1.0
    """
    return max(contained(one, other), contained(other, one))
