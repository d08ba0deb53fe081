"""Which body a quote names: the registry first, then place and function, then the shape of the name."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from policy_nlp.bodies.grammar import grammar
from policy_nlp.bodies.lookup import branch, placed, registered
from policy_nlp.bodies.reading import Context, Reading
from policy_nlp.bodies.record import Identity, Kind
from policy_nlp.bodies.regions import Gazetteer, Region
from policy_nlp.bodies.registry import Registry, shipped
from policy_nlp.bodies.shape import by_head, class_of, place_itself
from policy_nlp.text.folding import fold

CACHE = 1 << 16
LONGEST_NAME = 160


def identify(
    quote: str,
    *,
    language: str,
    year: int | None = None,
    region: str | None = None,
    registry: Registry | None = None,
) -> Identity:
    """Return what is known about the body that `quote` names.

    `year` chooses between bodies that bore the name at different times. `region` is the place that the plan is for
    (重庆市, 中国): it gives the level of a name that has no place of its own. What cannot be known stays None.

    >>> identity = identify("市发改委", language="zh")
    >>> identity.name, identity.kind.value, identity.level.value, identity.name_other
    ('市发展和改革委员会', 'department', 'prefecture', 'Municipal Development and Reform Commission')
    >>> identify("the OMB", language="en").name
    'Office of Management and Budget'
    """
    return read(quote, language, year, region, registry or shipped()).identity


@lru_cache(maxsize=CACHE)
def read(quote: str, language: str, year: int | None, region: str | None, registry: Registry) -> Reading:
    """Return the reading from which `identify` takes the identity; the same arguments are read once."""
    context = Context(registry, language, year, _own(region, language, registry))
    written = grammar(language).tidy(quote)
    if len(written) > LONGEST_NAME:
        return Reading(Identity(written, None, Kind.OTHER, None, False, False, None))
    reading = _read(fold(written), context)
    name = _as_written(reading.identity.name, written)
    return replace(reading, identity=replace(reading.identity, name=name))


def _as_written(name: str, written: str) -> str:
    """Return `name`, which was found in folded text, with the characters of the quote as far as the two agree."""
    pairs = enumerate(zip(name, fold(written), strict=False))
    agreeing = next((at for at, (one, other) in pairs if one != other), min(len(name), len(written)))
    return written[:agreeing] + name[agreeing:]


def _own(region: str | None, language: str, registry: Registry) -> Region | None:
    return Gazetteer(registry, language).read(fold(grammar(language).tidy(region))) if region else None


def _read(text: str, context: Context) -> Reading:
    return (
        registered(text, context)
        or branch(text, context)
        or placed(text, context)
        or class_of(text, context, lambda rest: _read(rest, context))
        or place_itself(text, context)
        or by_head(text, context)
    )
