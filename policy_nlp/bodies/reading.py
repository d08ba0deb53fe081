"""What the steps of an identification hand to each other."""

from __future__ import annotations

from dataclasses import dataclass

from policy_nlp.bodies.grammar import Grammar, grammar
from policy_nlp.bodies.record import Body, Identity, Level
from policy_nlp.bodies.regions import Gazetteer, Region
from policy_nlp.bodies.registry import Registry


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the quote: where names are looked up, and the year and the place of the plan."""

    registry: Registry
    language: str
    year: int | None = None
    own: Region | None = None

    @property
    def grammar(self) -> Grammar:
        """Return the spelling rules of the plan's language."""
        return grammar(self.language)

    @property
    def gazetteer(self) -> Gazetteer:
        """Return the reader of places in the plan's language."""
        return Gazetteer(self.registry, self.language)

    @property
    def own_level(self) -> Level | None:
        """Return the level of the plan's place."""
        return self.own.level if self.own else None

    def region(self, text: str) -> Region | None:
        """Return the place that the whole of `text` names, or None."""
        return self.gazetteer.read(text, own=self.own)


@dataclass(frozen=True, slots=True)
class Reading:
    """An identity, the bodies of the registry that it may be, and the name without its place."""

    identity: Identity
    bodies: tuple[Body, ...] = ()
    function: str = ""
