"""Which of the bodies that share a name is meant, as far as the plan's place and year tell."""

from __future__ import annotations

from collections.abc import Callable

from policy_nlp.bodies.reading import Context
from policy_nlp.bodies.record import Body, Level
from policy_nlp.bodies.regions import Region
from policy_nlp.bodies.registry import Entry, is_class, is_generic

Entries = tuple[Entry, ...]


def fitting(entries: Entries, context: Context) -> Entries:
    """Return the entries that fit the plan's place and year; a criterion that none meets is dropped."""
    found = _at_the_plans_level(entries, context)
    if context.own and context.own.country:
        country = context.own.country
        found = _prefer(found, lambda body: body.country == country)
    return _prefer(found, lambda body: _in_force(body, context.year))


def _at_the_plans_level(entries: Entries, context: Context) -> Entries:
    """Keep functions in a local plan and single bodies in a national one; in any other the best-known bearers."""
    if not any(is_generic(entry.body) for entry in entries):
        return entries
    if context.own_level is None:
        first = context.grammar.first_countries
        return _prefer(entries, lambda body: body.country in first and _in_force(body, context.year))
    local = context.own_level is not Level.NATIONAL
    return _prefer(entries, lambda body: is_class(body) or is_generic(body) == local)


def of_place(entries: Entries, region: Region) -> Entries:
    """Return what the place may have: a country its own bodies, and any place the bodies of no one place."""
    if region.level is Level.NATIONAL and region.country:
        country = region.country
        own = tuple(entry for entry in entries if entry.body.country == country)
        if own:
            return own
    return tuple(entry for entry in entries if is_generic(entry.body))


def raised(bodies: tuple[Body, ...], region: Region, context: Context) -> tuple[Body, ...]:
    """Return the national body where a national plan names it by its function alone: 医保局 for 国家医疗保障局."""
    if region.level or context.own_level is not Level.NATIONAL:
        return bodies
    above = (body for lower in bodies for body in context.registry.above(lower.key))
    national = (body for body in above if body.level is Level.NATIONAL and _in_force(body, context.year))
    return tuple(national)[:1] or bodies


def _in_force(body: Body, year: int | None) -> bool:
    return body.last_year is None if year is None else body.alive(year)


def _prefer(entries: Entries, wanted: Callable[[Body], bool]) -> Entries:
    return tuple(entry for entry in entries if wanted(entry.body)) or entries
