"""The scores of a set of documents as one JSON object."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policy_nlp.schema import SCHEMA_VERSION
from policy_nlp.scoring.averages import Tally, macro, micro
from policy_nlp.scoring.chance import intervals
from policy_nlp.scoring.segmentation import Segmentation, mean_segmentation
from policy_nlp.scoring.traits import TRAITS, Traits

ENOUGH_DOCUMENTS = 5
"""Below this many, resampling documents says nothing about chance."""


@dataclass(frozen=True, slots=True)
class Scored:
    """The counts of one document, and what is known about it; the language always is."""

    id: str
    tally: Tally
    traits: Traits
    segmentation: Segmentation | None = None


def summary(scored: Sequence[Scored], *, unmatched: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return the scores of all documents, by document, by each trait that is known, and together.

    >>> from policy_nlp.scoring.counts import Counts
    >>> one = Scored("a", {"plans": Counts(1, 1, 1)}, {"language": ("zh",)})
    >>> sorted(summary([one], unmatched={"gold": [], "pred": []}))
    ['documents', 'groups', 'languages', 'macro', 'micro', 'schema_version', 'unmatched']
    """
    tallies = [one.tally for one in scored]
    groups = {trait: _groups(scored, trait) for trait in TRAITS}
    result: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "documents": [_one(document) for document in scored],
        "micro": micro(tallies),
        "macro": macro(tallies),
        "languages": {name: group["micro"] for name, group in groups["language"].items()},
        "groups": {trait: group for trait, group in groups.items() if group},
        "unmatched": {side: sorted(ids) for side, ids in unmatched.items()},
    }
    return result | _further(scored)


def _further(scored: Sequence[Scored]) -> dict[str, Any]:
    means = mean_segmentation(one.segmentation for one in scored)
    return ({"segmentation": means} if means else {}) | _intervals([one.tally for one in scored])


def _one(document: Scored) -> dict[str, Any]:
    traits = {name: list(document.traits[name]) for name in TRAITS[1:] if name in document.traits}
    head = {"id": document.id, "language": document.traits["language"][0]}
    cut = {"segmentation": document.segmentation.to_json()} if document.segmentation else {}
    return head | traits | {"layers": {layer: one.figures() for layer, one in document.tally.items()}} | cut


def _groups(scored: Sequence[Scored], trait: str) -> dict[str, Any]:
    names = sorted({name for one in scored for name in one.traits.get(trait, ())})
    return {name: _group([one.tally for one in scored if name in one.traits.get(trait, ())]) for name in names}


def _group(tallies: Sequence[Tally]) -> dict[str, Any]:
    figures = {"documents": len(tallies), "micro": micro(tallies), "macro": macro(tallies)}
    return figures | _intervals(tallies)


def _intervals(tallies: Sequence[Tally]) -> dict[str, Any]:
    return {"intervals": intervals(tallies)} if len(tallies) >= ENOUGH_DOCUMENTS else {}
