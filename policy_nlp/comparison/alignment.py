"""Which local tasks carry out which task of the template: one to one first, then splits, then merges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from policy_nlp.comparison.assignment import Edge, assign
from policy_nlp.comparison.entries import Entry
from policy_nlp.comparison.records import Pair, Relation
from policy_nlp.comparison.similarity import Score, Sides
from policy_nlp.comparison.substance import TAKEN_UP, left_out, stands_alone, taken_up
from policy_nlp.comparison.weights import contained

ADDS = 0.12
"""A further local task counts where it takes up so much more of the template's task, in shares of a clause."""
NEARLY_BEST = 0.8
NEARLY_ALL = 0.7
"""A local task that says this share of a task of the template carries it out, whatever else it carries out."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The local tasks of each task of the template, by their places, with the scores behind them.

    `shares` says of each clause of a paired task how much of it the local tasks take up.
    """

    both: Sides
    scores: Mapping[Edge, Score]
    partners: Mapping[int, tuple[int, ...]]
    shares: Mapping[int, tuple[float, ...]]

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
        if left_out(self.both.template.entries[row], self.shares[row]):
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
    """Return the alignment of the greatest total score, with the splits and merges that it leaves room for."""
    worth = {edge: score.value for edge, score in scores.items()}
    partners: dict[int, tuple[int, ...]] = {row: (column,) for row, column in assign(worth).items()}
    partners = _with_splits(both, worth, partners)
    partners = _with_merges(both, worth, partners)
    return Alignment(both, scores, partners, _shares(both, partners))


def _shares(both: Sides, partners: Mapping[int, tuple[int, ...]]) -> dict[int, tuple[float, ...]]:
    return {
        row: taken_up(both.template.entries[row], [both.local.entries[column] for column in columns], both.weights)
        for row, columns in partners.items()
    }


def _with_splits(
    both: Sides, worth: Mapping[Edge, float], partners: Mapping[int, tuple[int, ...]]
) -> dict[int, tuple[int, ...]]:
    """Give local tasks that are left over to the task of the template of which they take up a further part."""
    found = dict(partners)
    used = {column for columns in partners.values() for column in columns}
    for column in sorted({column for _, column in worth} - used):
        rows = sorted((row for row, other in worth if other == column), key=lambda row: -worth[row, column])
        taker = next((row for row in rows if _adds(both, row, found.get(row, ()), column)), None)
        if taker is not None:
            found[taker] = tuple(sorted((*found.get(taker, ()), column)))
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
            columns = [c for other, c in worth if other == row and _carries(both, row, c, owners.get(c, ()))]
            columns = _nearly_best(columns, {column: worth[row, column] for column in columns})
            if columns:
                found[row] = tuple(sorted(columns))
    return found


def _nearly_best(columns: list[int], worth: Mapping[int, float]) -> list[int]:
    best = max(worth.values(), default=0.0)
    return [column for column in columns if worth[column] >= NEARLY_BEST * best]


def _owners(partners: Mapping[int, tuple[int, ...]]) -> Mapping[int, tuple[int, ...]]:
    """Return the tasks of the template that each local task carries out already."""
    found: dict[int, tuple[int, ...]] = {}
    for row, columns in partners.items():
        for column in columns:
            found[column] = (*found.get(column, ()), row)
    return found


def _carries(both: Sides, row: int, column: int, owners: tuple[int, ...]) -> bool:
    """Return whether the local task at `column` carries out the task at `row` too, beside those that `owners` are.

    What its owners say already is no sign of a further task, unless the local task says nearly all of that one.
    """
    template, local = both.template.entries[row], both.local.entries[column]
    whole = contained(both.template.texts[row], both.local.texts[column])
    if whole >= NEARLY_ALL:
        return True
    known = set().union(*(both.template.entries[owner].terms for owner in owners))
    beyond = replace(local, terms={term: count for term, count in local.terms.items() if term not in known})
    shares = taken_up(template, [beyond], both.weights)
    return any(
        share >= TAKEN_UP and stands_alone(template, clause)
        for share, clause in zip(shares, template.clauses, strict=True)
    )
