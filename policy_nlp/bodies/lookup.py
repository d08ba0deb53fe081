"""Finding a name in the registry: as it stands, with a place inside, or with a place before or behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from policy_nlp.bodies.choice import Entries, fitting, of_place
from policy_nlp.bodies.composition import reading_of
from policy_nlp.bodies.reading import Context, Reading
from policy_nlp.bodies.regions import Region
from policy_nlp.bodies.registry import GAP, Entry

SHORTEST_AFTER_UNKNOWN_PLACE = 3


@dataclass(frozen=True, slots=True)
class Split:
    """A name cut into its place and its function, with the text that stays around the function."""

    place: str
    function: str
    before: str = ""
    behind: str = ""


def registered(text: str, context: Context) -> Reading | None:
    """Return the reading of a name that the registry has as it stands: 应急管理部."""
    entries = context.registry.find(context.grammar.alike(text), context.language)
    return reading_of(text, fitting(entries, context), Region(), context) if entries else None


def branch(text: str, context: Context) -> Reading | None:
    """Return the reading of a name with a place inside: 国家统计局武汉调查队."""
    for found, gap in context.registry.branches(text, context.language):
        region = context.region(gap) or context.gazetteer.any_place(gap)
        if region:
            entry = Entry(found.body, found.shown.replace(GAP, gap))
            return reading_of(text, (entry,), region, context)
    return None


def placed(text: str, context: Context) -> Reading | None:
    """Return the reading of a place with a function: 武汉市教育局, Oregon Department of Transportation."""
    for split in _splits(text, context):
        entries = context.registry.find(context.grammar.alike(split.function), context.language)
        region = _region(split, context) if entries else None
        if region is not None:
            found = _of_place(entries, region, context)
            if found:
                return _framed(reading_of(split.function, found, region, context), split)
    return None


def _splits(text: str, context: Context) -> Iterator[Split]:
    """Yield the ways to cut off a place, the longest function first."""
    for cut in context.grammar.cuts(text):
        if 0 < cut <= context.grammar.regions.longest:
            yield Split(text[:cut], text[cut:], before=text[:cut])
    for between in context.grammar.regions.trailing:
        function, _, place = text.rpartition(between)
        if function:
            yield Split(place, function, behind=between + place)


def _region(split: Split, context: Context) -> Region | None:
    region = context.region(split.place)
    if region or len(context.grammar.alike(split.function)) < SHORTEST_AFTER_UNKNOWN_PLACE:
        return region
    return context.gazetteer.bare(split.place)


def _of_place(entries: Entries, region: Region, context: Context) -> Entries:
    own = of_place(entries, region)
    return fitting(own, replace(context, own=region)) if own else ()


def _framed(reading: Reading, split: Split) -> Reading:
    name = f"{split.before}{reading.identity.name}{split.behind}"
    return replace(reading, identity=replace(reading.identity, name=name))
