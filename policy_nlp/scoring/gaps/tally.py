"""Counts of a comparison against gold gaps: a layer for each type of finding, for pairs and for their relations."""

from __future__ import annotations

from collections.abc import Sequence

from policy_nlp.comparison import FindingType
from policy_nlp.scoring.counts import Counts
from policy_nlp.scoring.gaps.records import Compared, Found

SCORED = tuple(kind for kind in FindingType if kind is not FindingType.MISSING_SECTION)
"""A missing section follows from its missing tasks and is not in gold."""

PAIRS = "pairs"
RELATIONS = "relations"
GAP_LAYERS = (*(kind.value for kind in SCORED), PAIRS, RELATIONS)
"""The names of all layers, in the order in which they are reported."""


def gap_tally(gold: Compared, pred: Compared) -> dict[str, Counts]:
    """Return the counts for each layer.

    A gap is found where a finding of its type names one of its template tasks (a note without one: one of its local
    tasks). A pair is an edge from a template task to a local one; `relations` counts edges whose relation is right too.

    >>> nothing = Compared((), {})
    >>> gap_tally(nothing, nothing)["later_deadline"]
    Counts(gold=0, pred=0, tp=0)
    """
    counts = {kind.value: _of_type(kind, gold, pred) for kind in SCORED}
    both = gold.pairs.keys() & pred.pairs.keys()
    right = sum(gold.pairs[edge] is pred.pairs[edge] for edge in both)
    sizes = len(gold.pairs), len(pred.pairs)
    return counts | {PAIRS: Counts(*sizes, len(both)), RELATIONS: Counts(*sizes, right)}


def unmet(kind: FindingType, gold: Compared, pred: Compared) -> tuple[list[Found], list[Found]]:
    """Return what of a type was missed, and what was reported falsely; each finding answers one gap."""
    missed, left = [], _only(kind, pred.found)
    for known in _only(kind, gold.found):
        hit = next((place for place, one in enumerate(left) if _meets(known, one)), None)
        if hit is None:
            missed.append(known)
        else:
            del left[hit]
    return missed, left


def _of_type(kind: FindingType, gold: Compared, pred: Compared) -> Counts:
    known, missed = len(_only(kind, gold.found)), len(unmet(kind, gold, pred)[0])
    return Counts(known, len(_only(kind, pred.found)), known - missed)


def _only(kind: FindingType, found: Sequence[Found]) -> list[Found]:
    return [one for one in found if one.type is kind]


def _meets(known: Found, found: Found) -> bool:
    if known.template:
        return bool(known.template & found.template)
    return bool(known.local & found.local)
