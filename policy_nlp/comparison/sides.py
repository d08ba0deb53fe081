"""Both plans of a comparison, task by task, their words weighed by how well they tell the tasks of this pair apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from policy_nlp.comparison.entries import Entry
from policy_nlp.comparison.weights import Vector, Weights, weigh

SameBody = Callable[[str, str], bool]
"""Tells whether a local body is the counterpart of one of the template."""


@dataclass(frozen=True, slots=True)
class Said:
    """The tasks of one plan with the vectors of their words, in the same order."""

    entries: tuple[Entry, ...]
    texts: tuple[Vector, ...]
    titles: tuple[Vector, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Both plans with their words weighed."""

    template: Said
    local: Said
    weights: Weights

    @property
    def one_language(self) -> bool:
        """Whether all tasks are written in one language."""
        return len({entry.language for said in (self.template, self.local) for entry in said.entries}) <= 1


def sides(template: Sequence[Entry], local: Sequence[Entry]) -> Sides:
    """Return both plans with their words weighed."""
    weights = weigh(entry.terms for entry in (*template, *local))
    return Sides(_said(template, weights), _said(local, weights), weights)


def _said(entries: Sequence[Entry], weights: Weights) -> Said:
    return Said(
        tuple(entries),
        tuple(weights.vector(entry.terms) for entry in entries),
        tuple(weights.vector(entry.title) for entry in entries),
    )
