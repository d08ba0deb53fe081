"""Which local tasks carry out which task of the template: one to one first, then splits, then merges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from policy_nlp.comparison.assignment import Edge, assign
from policy_nlp.comparison.entries import Entry
from policy_nlp.comparison.records import Pair, Relation
from policy_nlp.comparison.sides import Sides
from policy_nlp.comparison.similarity import STEEP, Score
from policy_nlp.comparison.substance import stands_alone, taken_up
from policy_nlp.comparison.takeup import FREELY, TakeUp, take_ups
from policy_nlp.comparison.weights import contained

ADDS = 0.12
"""A further local task counts where it takes up so much more of the template's task, in shares of a clause."""
NEARLY_BEST = 0.8
"""Of several local tasks that carry out one of the template beside others, those that are as good as this count."""
STRAY = 1.5
"""So much more another local task must be worth before a task gives up its own."""
CLEARLY = 0.15
LIKELY = 0.5
"""Two tasks that are as likely as this are counterparts, even where the local one carries out others."""
NEARLY_ALL = 0.7
"""A local task that says this share of a task of the template carries it out, whatever else it carries out."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The local tasks of each task of the template, by their places, with the scores behind them.

    `taken` says of each paired task what of it the local tasks take up.
    """

    both: Sides
    scores: Mapping[Edge, Score]
    partners: Mapping[int, tuple[int, ...]]
    taken: Mapping[int, TakeUp]

    def locals_of(self, row: int) -> tuple[Entry, ...]:
        """Return the local tasks that carry out the task at `row`."""
        return tuple(self.both.local.entries[column] for column in self.partners.get(row, ()))

    def pairs(self) -> Iterator[Pair]:
        """Yield the pairs in the order of the template."""
        for row, columns in sorted(self.partners.items()):
            best = max((self.scores[row, column] for column in columns), key=lambda score: score.value)
            yield Pair(
                self.both.template.entries[row].id,
                tuple(self.both.local.entries[column].id for column in columns),
                round(best.value, 3),
                self.relation(row),
                best.evidence,
            )

    def relation(self, row: int) -> Relation:
        """Return how the local tasks carry out the task at `row`; partial wins."""
        columns = self.partners[row]
        if self.taken[row].left_out:
            return Relation.PARTIAL
        if len(columns) > 1:
            return Relation.SPLIT
        sharing = [other for other, found in self.partners.items() if columns[0] in found and len(found) == 1]
        return Relation.MERGED if len(sharing) > 1 else Relation.SAME

    def extra(self) -> tuple[Entry, ...]:
        """Return the local tasks that carry out nothing of the template."""
        used = {column for columns in self.partners.values() for column in columns}
        return tuple(entry for column, entry in enumerate(self.both.local.entries) if column not in used)


def align(both: Sides, scores: Mapping[Edge, Score]) -> Alignment:
    """Return the alignment of the greatest total worth, with the splits and merges that it leaves room for."""
    worth = {edge: score.worth for edge, score in scores.items()}
    sure = {edge: value for edge, value in worth.items() if scores[edge].enough}
    partners: dict[int, tuple[int, ...]] = {row: (column,) for row, column in assign(sure).items()}
    partners = _without_strays(both, worth, partners)
    partners = _with_splits(both, worth, partners)
    partners = _with_merges(both, worth, partners)
    return Alignment(both, scores, partners, _taken(both, partners))


def _taken(both: Sides, partners: Mapping[int, tuple[int, ...]]) -> dict[int, TakeUp]:
    return take_ups(both.template.entries, both.local.entries, partners, both.weights)


def _without_strays(
    both: Sides, worth: Mapping[Edge, float], partners: Mapping[int, tuple[int, ...]]
) -> dict[int, tuple[int, ...]]:
    """Free what was paired only because its true counterpart, which says nearly all of it, was taken already."""
    found = dict(partners)
    for row, (column,) in partners.items():
        text = both.template.texts[row]
        better = [other for one, other in worth if one == row and worth[one, other] > STRAY * worth[row, column]]
        whole = max((contained(text, both.local.texts[other]) for other in better), default=0.0)
        if whole >= NEARLY_ALL and whole > contained(text, both.local.texts[column]) + CLEARLY:
            del found[row]
    return found


def _with_splits(
    both: Sides, worth: Mapping[Edge, float], partners: Mapping[int, tuple[int, ...]]
) -> dict[int, tuple[int, ...]]:
    """Give local tasks that are left over to the task of the template of which they take up a further part."""
    found = dict(partners)
    used = {column for columns in partners.values() for column in columns}
    for column in sorted({column for _, column in worth} - used):
        rows = sorted((row for row, other in worth if other == column), key=lambda row: -worth[row, column])
        taker = next((row for row in rows if row in found and _adds(both, row, found[row], column)), None)
        if taker is not None:
            found[taker] = tuple(sorted((*found[taker], column)))
    return found


def _adds(both: Sides, row: int, columns: tuple[int, ...], column: int) -> bool:
    """Return whether a clause of the task at `row` is taken up by the local task and by none of the others."""
    template = both.template.entries[row]
    before = taken_up(template, [both.local.entries[other] for other in columns], both.weights)
    after = taken_up(template, [both.local.entries[other] for other in (*columns, column)], both.weights)
    gains = [more - less for less, more in zip(before, after, strict=True)]
    return max(gains, default=0.0) >= ADDS


def _with_merges(
    both: Sides, worth: Mapping[Edge, float], partners: Mapping[int, tuple[int, ...]]
) -> dict[int, tuple[int, ...]]:
    """Give tasks of the template that are left over to local tasks that carry them out beside others."""
    found = dict(partners)
    owners = _owners(partners)
    for row in range(len(both.template.entries)):
        if row not in partners:
            columns = [
                c for other, c in worth if other == row and c in owners and _carries(both, worth, (row, c), owners[c])
            ]
            columns = _nearly_best(columns, {column: worth[row, column] for column in columns})
            if columns:
                found[row] = tuple(sorted(_each_adding(both, row, columns)))
    return found


def _each_adding(both: Sides, row: int, columns: list[int]) -> tuple[int, ...]:
    """Return the best of the columns, with those that add something to it."""
    chosen: tuple[int, ...] = ()
    for column in columns:
        if not chosen or _adds(both, row, chosen, column):
            chosen = (*chosen, column)
    return chosen


def _nearly_best(columns: list[int], worth: Mapping[int, float]) -> list[int]:
    """Return those that are worth nearly as much as the best, the best first."""
    best = max(worth.values(), default=0.0)
    near = [column for column in columns if worth[column] >= NEARLY_BEST**STEEP * best]
    return sorted(near, key=lambda column: -worth[column])


def _owners(partners: Mapping[int, tuple[int, ...]]) -> Mapping[int, tuple[int, ...]]:
    """Return the tasks of the template that each local task carries out already."""
    found: dict[int, tuple[int, ...]] = {}
    for row, columns in partners.items():
        for column in columns:
            found[column] = (*found.get(column, ()), row)
    return found


def _carries(both: Sides, worth: Mapping[Edge, float], edge: Edge, owners: tuple[int, ...]) -> bool:
    """Return whether the local task of `edge` carries out the template's too, beside those that `owners` are.

    Where that is not likely in itself, what its owners say already is no sign of a further task, unless the local task
    says nearly all of that one.
    """
    row, column = edge
    if worth[edge] >= LIKELY**STEEP:
        return True
    template, local = both.template.entries[row], both.local.entries[column]
    whole = contained(both.template.texts[row], both.local.texts[column])
    if whole >= NEARLY_ALL:
        return True
    known = set().union(*(both.template.entries[owner].terms for owner in owners))
    beyond = replace(local, terms={term: count for term, count in local.terms.items() if term not in known})
    shares = taken_up(template, [beyond], both.weights)
    return any(
        share >= FREELY and stands_alone(template, clause)
        for share, clause in zip(shares, template.clauses, strict=True)
    )
