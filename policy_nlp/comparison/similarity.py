"""How likely two tasks are counterparts: the parts of the evidence, weighed as `evidence.toml` says."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from policy_nlp.comparison.assignment import Edge
from policy_nlp.comparison.evidence import evidence
from policy_nlp.comparison.sides import SameBody, Sides
from policy_nlp.comparison.standing import candidates, standing
from policy_nlp.comparison.substance import beyond_local
from policy_nlp.comparison.verdicts import Verdicts

FREE, LITERAL = 0.35, 0.55
"""How near counterparts are in a plan of other words, and in one that keeps the words of its template."""
FLOOR_IN_FREE, FLOOR_IN_LITERAL = 0.25, 0.45
"""Two tasks that are less likely counterparts than this are no pair: in a free plan, and in a literal one."""
FURTHER = 0.25
"""What is less likely than this has no part in a pair either."""
OF_THE_ABOVE = 0.5
"""What only the template's level can do is taken up by a task that says this share of it or of its title."""
STEEP = 2
"""One good pair is worth more than two poor ones that come of pulling it apart."""
NEAR = 0.5
"""What a model finds nearer than this is worth a look, however it is worded."""


@dataclass(frozen=True, slots=True)
class Score:
    """How likely two tasks are counterparts, and the parts of the evidence for it.

    What is not `enough` for a pair may still be a further part of one, or carried out beside another.
    """

    value: float
    evidence: Mapping[str, float]
    enough: bool = True

    @property
    def worth(self) -> float:
        """What the pair is worth to the alignment."""
        return self.value**STEEP


@dataclass(frozen=True, slots=True)
class Belief:
    """What each part of the evidence is worth, in logarithms of odds, and what is believed before any of it."""

    before: float
    weights: Mapping[str, float]

    def likelihood(self, parts: Mapping[str, float]) -> float:
        """Return how likely two tasks with this evidence are counterparts.

        >>> Belief(-2.0, {"text": 4.0}).likelihood({"text": 0.5})
        0.5
        """
        odds = self.before + sum(weight * parts.get(name, 0.0) for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-odds))


@cache
def belief(*, one_language: bool) -> Belief:
    """Return the fitted weights for two plans of one language, or for plans of two."""
    table = tomllib.loads((files("policy_nlp") / "comparison" / "evidence.toml").read_text(encoding="utf-8"))
    found = table["one_language" if one_language else "two_languages"]
    return Belief(found["before"], found["weights"])


def scores(
    both: Sides,
    same_body: SameBody,
    meanings: Mapping[Edge, float] | None = None,
    verdicts: Verdicts | None = None,
) -> dict[Edge, Score]:
    """Return the scores that are worth anything, by the places of the two tasks in their plans.

    `meanings` says how near a model finds them, `verdicts` whether another takes one for carried out by the other;
    without models the words decide alone.
    """
    meanings = meanings or {}
    found = standing(both)
    near = {edge for edge, value in meanings.items() if value >= NEAR}
    edges = sorted(near.union(candidates(both, found)))
    models = {"meaning": meanings, "verdict": verdicts(edges) if verdicts else {}}
    beyond = {row for row, entry in enumerate(both.template.entries) if beyond_local(entry)}
    known, floor = belief(one_language=both.one_language), floor_of(found.usual)
    scored = {}
    for edge in edges:
        parts = dict(evidence(both, found, edge, same_body))
        parts |= {name: said[edge] for name, said in models.items() if edge in said}
        value = known.likelihood(parts)
        if value >= FURTHER and (edge[0] not in beyond or max(parts["taken_up"], parts["title"]) >= OF_THE_ABOVE):
            scored[edge] = Score(value, {name: round(part, 3) for name, part in parts.items()}, value >= floor)
    return scored


def floor_of(usual: float) -> float:
    """Return how likely two counterparts must be in a pair of plans where they are mostly as near as `usual`.

    Where all else is said in the words of the template, a few words in common are chance.

    >>> floor_of(0.2), floor_of(0.7)
    (0.25, 0.45)
    """
    literal = min(1.0, max(0.0, (usual - FREE) / (LITERAL - FREE)))
    return FLOOR_IN_FREE + literal * (FLOOR_IN_LITERAL - FLOOR_IN_FREE)
