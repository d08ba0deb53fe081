"""Putting an identity together from the registry's entries and the place of a name."""

from __future__ import annotations

from typing import TypeVar

from policy_nlp.bodies.choice import Entries, raised
from policy_nlp.bodies.grammar import grammar, other_language
from policy_nlp.bodies.reading import Context, Reading
from policy_nlp.bodies.record import Body, Identity, Level
from policy_nlp.bodies.regions import Region
from policy_nlp.bodies.registry import GAP, is_class, is_generic

Value = TypeVar("Value")

BELOW_PROVINCE = (Level.PREFECTURE, Level.COUNTY)


def reading_of(text: str, entries: Entries, region: Region, context: Context) -> Reading:
    """Return the reading of `text` on which all `entries` agree; where they differ, the name stays as it is."""
    bodies = raised(tuple(entry.body for entry in entries), region, context)
    name = _only({entry.shown for entry in entries}) or text
    if bodies[0] not in [entry.body for entry in entries]:
        name = bodies[0].names[context.language].name
    identity = Identity(
        name=name,
        name_other=_other_name(bodies, region, context),
        kind=bodies[0].kind,
        level=_only({_level(body, name, region, context) for body in bodies}),
        is_class=is_class(bodies[0]),
        known=True,
        key=_only({body.key for body in bodies}),
    )
    return Reading(identity, bodies, text)


def _only(values: set[Value]) -> Value | None:
    return next(iter(values)) if len(values) == 1 else None


def _level(body: Body, name: str, region: Region, context: Context) -> Level | None:
    stated = [level for level in Level if level in (region.level, body.level)]
    if stated or not is_generic(body):
        return stated[-1] if stated else None  # the lower of the two: 望川市临河街道办
    head = context.grammar.head(name, context.grammar.heads)
    return context.grammar.head_levels.get(head or "") or context.own_level


def _other_name(bodies: tuple[Body, ...], region: Region, context: Context) -> str | None:
    """Return the name in the other language, with its place; None where the place has no name there."""
    other = other_language(context.language)
    name = _only({_at_level(body, region.level, context).names[other].name for body in bodies})
    if not name:
        return None
    if GAP in name:
        return name.replace(GAP, region.other_short) if region.other_short else None
    if not is_generic(bodies[0]):
        return name
    if not region.other:
        return name if region.known and region.level is None else None
    compose = grammar(other).compose
    return compose.get(bodies[0].kind, compose["plain"]).format(region=region.other, name=name)


def _at_level(body: Body, level: Level | None, context: Context) -> Body:
    """Return the form that a function takes at `level`: a city has a bureau (教育局), no department (教育厅)."""
    if body.down and body.level is Level.PROVINCIAL and level in BELOW_PROVINCE:
        return context.registry.bodies[body.down]
    return body
