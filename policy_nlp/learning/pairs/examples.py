"""Pairs of texts to learn from: what gold says of two plans, and what is plain of one plan held against itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from policy_nlp.comparison.concepts import readers
from policy_nlp.comparison.entries import Entry, entries
from policy_nlp.comparison.sides import sides
from policy_nlp.comparison.standing import candidates, standing
from policy_nlp.comparison.substance import flat, stands_alone
from policy_nlp.comparison.verdicts import Carried, Edge
from policy_nlp.learning.pairs.gold import GoldPair
from policy_nlp.schema import Document

OTHERS = 3
"""Of the tasks that one of the template might be confused with, so many are examples of none."""


@dataclass(frozen=True, slots=True)
class Example:
    """The text of a template's task, that of a local one, and what the second carries out of the first."""

    template: str
    local: str
    carried: Carried


def gold_examples(pairs: Iterable[GoldPair], *, seed: int) -> Iterator[Example]:
    """Yield the pairs of tasks that gold names, and for each task of the template some that look like another."""
    chance = Random(seed)
    for pair in pairs:
        above, below = _texts(pair.template), _texts(pair.local)
        yield from (Example(above[row], below[column], said) for (row, column), said in pair.carried.items())
        for row, column in _confusable(pair, chance):
            yield Example(above[row], below[column], Carried.NONE)


def plain_examples(documents: Iterable[Document], *, seed: int) -> Iterator[Example]:
    """Yield what needs no gold: a task carries itself out, in part where a clause is cut, and is no other task."""
    chance = Random(seed)
    for document in documents:
        own = GoldPair(document, document, {(place, place): Carried.SAME for place in range(len(document.tasks))})
        yield from gold_examples([own], seed=chance.randrange(2**32))
        for entry in entries(document):
            yield from _cut(entry, chance)


def _texts(document: Document) -> list[str]:
    return [flat(document.text[slice(*task.span)]) for task in document.tasks]


def _confusable(pair: GoldPair, chance: Random) -> Iterator[Edge]:
    """Yield, for each task of the template, tasks whose words are like its own and that gold does not name."""
    above, below = readers(pair.template.language, pair.local.language)
    like: defaultdict[int, list[Edge]] = defaultdict(list)
    both = sides(entries(pair.template, above), entries(pair.local, below))
    for edge in candidates(both, standing(both)):
        if edge not in pair.carried:
            like[edge[0]].append(edge)
    for edges in like.values():
        yield from chance.sample(edges, min(OTHERS, len(edges)))


def _cut(entry: Entry, chance: Random) -> Iterator[Example]:
    """Yield the task beside itself without one of the clauses that could stand by themselves."""
    parts: Sequence[str] = [clause.text for clause in entry.clauses if stands_alone(entry, clause)]
    if len(parts) > 1:
        part = chance.choice(parts)
        yield Example(flat(entry.task.quote), flat(entry.task.quote.replace(part, "", 1)), Carried.PARTIAL)
