"""Mistakes of comparisons: each gap that was missed, each false alarm, each pair that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from policy_nlp.comparison import Relation
from policy_nlp.scoring.gaps.evaluation import ComparedCases
from policy_nlp.scoring.gaps.records import Compared, Edge, Found
from policy_nlp.scoring.gaps.tally import PAIRS, SCORED, unmet


class GapCause(StrEnum):
    """Why a comparison is not what gold says."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    RELATION = "relation"


@dataclass(frozen=True, slots=True)
class GapMistake:
    """What is wrong, of which type, and where the tasks start that it is about.

    `said` is what gold or the finding says in each language; of a pair, `relations` are gold's and the predicted one.
    """

    comparison: str
    cause: GapCause
    type: str
    template: tuple[int, ...]
    local: tuple[int, ...]
    said: Mapping[str, str] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()


def gap_mistakes(found: ComparedCases) -> list[GapMistake]:
    """Return the mistakes in all comparisons, sorted by cause, then by comparison, type and place."""
    each = [one for name in found.ids for one in _mistakes(name, found.gold[name], found.pred[name])]
    return sorted(each, key=lambda one: list(GapCause).index(one.cause))


def _mistakes(name: str, gold: Compared, pred: Compared) -> Iterator[GapMistake]:
    for kind in SCORED:
        missed, spurious = unmet(kind, gold, pred)
        yield from (_finding(name, GapCause.MISSED, one) for one in missed)
        yield from (_finding(name, GapCause.SPURIOUS, one) for one in spurious)
    for edge in _in_order(gold.pairs.keys() | pred.pairs.keys()):
        if gold.pairs.get(edge) is not pred.pairs.get(edge):
            yield _pair(name, edge, gold.pairs.get(edge), pred.pairs.get(edge))


def _finding(name: str, cause: GapCause, found: Found) -> GapMistake:
    return GapMistake(
        name, cause, found.type.value, tuple(sorted(found.template)), tuple(sorted(found.local)), found.said
    )


def _pair(name: str, edge: Edge, known: Relation | None, found: Relation | None) -> GapMistake:
    cause = GapCause.RELATION if known and found else GapCause.MISSED if known else GapCause.SPURIOUS
    template, local = (() if place is None else (place,) for place in edge)
    relations = tuple(relation for relation in (known, found) if relation)
    return GapMistake(name, cause, PAIRS, template, local, relations=relations)


def _in_order(edges: Iterable[Edge]) -> list[Edge]:
    return sorted(edges, key=lambda edge: tuple(-1 if place is None else place for place in edge))
