"""How two tasks stand to all others of a pair of plans: who is nearest to whom, and what only they two say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from statistics import median

from policy_nlp.comparison.assignment import Edge
from policy_nlp.comparison.entries import Entry
from policy_nlp.comparison.sides import Sides
from policy_nlp.comparison.weights import cosines

NEAREST = 6
"""So many of the nearest on the other side are looked at for each task, besides those that share a rare mark."""
BY_CHANCE = 0.1
"""Two tasks of different matters are mostly this near; where a plan has too few tasks to show it, it holds too."""
RARE = 4
"""A mark that more pairs of tasks than this share tells none of them."""

Two = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Holders:
    """In how many tasks of the template, and of the local plan, each of some marks stands."""

    above: Mapping[str, int]
    below: Mapping[str, int]

    def told_by(self, marks: Iterable[str]) -> float:
        """Return how much `marks` that two tasks share tell: each the less, the more pairs of tasks share it."""
        return sum(1 / (self.above[mark] * self.below[mark]) for mark in marks)


@dataclass(frozen=True, slots=True)
class Standing:
    """The likeness of the texts of all tasks, the two best of each task on either side, and who holds what.

    `usual` is how near two tasks mostly are of which neither is nearer to another one: little in a plan of other words.
    """

    texts: Mapping[Edge, float]
    best: tuple[Mapping[int, Two], Mapping[int, Two]]
    terms: Holders
    numbers: Holders
    usual: float

    def lead(self, edge: Edge, side: int) -> float:
        """Return the share of `edge` in its own likeness and that of the best other one, or one by chance.

        `side` 0 looks at the other local tasks for the same task of the template, 1 the reverse.
        """
        own = self.texts.get(edge, 0.0)
        first, second = self.best[side].get(edge[side], (0.0, 0.0))
        other = max(second if own >= first else first, BY_CHANCE)
        return own / (own + other) if own else 0.0

    def as_usual(self, edge: Edge) -> float:
        """Return how near two tasks are beside what is usual in this pair of plans, 1 where they are as near."""
        return min(1.0, self.texts.get(edge, 0.0) / self.usual) if self.usual else 0.0

    def is_best(self, edge: Edge) -> bool:
        """Return whether neither task is nearer to another one."""
        own = self.texts.get(edge, 0.0)
        return own > 0 and all(own >= self.best[side][edge[side]][0] for side in (0, 1))


def standing(both: Sides) -> Standing:
    """Return how the tasks of both sides stand to each other."""
    texts = cosines(both.template.texts, both.local.texts) | _same_words(both)
    terms = _holders(both, lambda entry: entry.terms.keys())
    numbers = _holders(both, lambda entry: entry.numbers)
    best = _two_best(texts, 0), _two_best(texts, 1)
    return Standing(texts, best, terms, numbers, _usual(texts, best))


def candidates(both: Sides, found: Standing) -> list[Edge]:
    """Return the pairs of tasks that are worth a look by their words, the names that they quote and their numbers."""
    near = {edge for side in (0, 1) for edge in _nearest(found.texts, side)}
    numbered = _sharing(both, lambda entry: entry.numbers)
    return sorted(near | numbered | _sharing(both, lambda entry: entry.names))


def _same_words(both: Sides) -> dict[Edge, float]:
    """Two tasks of the same words are alike even where those words say nothing of a matter."""
    standing: defaultdict[str, list[int]] = defaultdict(list)
    for column, local in enumerate(both.local.entries):
        standing["".join(local.task.quote.split())].append(column)
    rows = enumerate(both.template.entries)
    return {(row, column): 1.0 for row, one in rows for column in standing.get("".join(one.task.quote.split()), ())}


def _holders(both: Sides, marks: Callable[[Entry], Set[str]]) -> Holders:
    above, below = (
        Counter(mark for entry in said.entries for mark in marks(entry)) for said in (both.template, both.local)
    )
    return Holders(above, below)


def _two_best(texts: Mapping[Edge, float], side: int) -> Mapping[int, Two]:
    best: dict[int, Two] = {}
    for edge, value in texts.items():
        first, second = best.get(edge[side], (0.0, 0.0))
        best[edge[side]] = (value, first) if value > first else (first, max(second, value))
    return best


def _usual(texts: Mapping[Edge, float], best: tuple[Mapping[int, Two], Mapping[int, Two]]) -> float:
    mutual = [value for (row, column), value in texts.items() if value == best[0][row][0] == best[1][column][0]]
    return median(mutual) if mutual else 0.0


def _nearest(texts: Mapping[Edge, float], side: int) -> Iterator[Edge]:
    around: defaultdict[int, list[tuple[float, Edge]]] = defaultdict(list)
    for edge, value in texts.items():
        around[edge[side]].append((value, edge))
    for found in around.values():
        yield from (edge for _, edge in sorted(found, reverse=True)[:NEAREST])


def _sharing(both: Sides, marks: Callable[[Entry], Set[str]]) -> set[Edge]:
    rows, columns = (_places(said.entries, marks) for said in (both.template, both.local))
    rare = (mark for mark in rows.keys() & columns.keys() if len(rows[mark]) * len(columns[mark]) <= RARE)
    return {(row, column) for mark in rare for row in rows[mark] for column in columns[mark]}


def _places(entries: Iterable[Entry], marks: Callable[[Entry], Set[str]]) -> Mapping[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        for mark in marks(entry):
            found[mark].append(place)
    return found
