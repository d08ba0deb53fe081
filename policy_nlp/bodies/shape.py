"""What the shape of a name tells when the registry does not have it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from policy_nlp.bodies.reading import Context, Reading
from policy_nlp.bodies.record import Identity, Kind, Level

WITH_THE_PLAN = (Kind.DEPARTMENT, Kind.PARTY, Kind.GOVERNMENT)


def class_of(text: str, context: Context, read: Callable[[str], Reading]) -> Reading | None:
    """Return the reading of a class of bodies (各级应急管理部门, all agencies); `read` reads what follows 各级."""
    level, rest = _place_in_front(text, context)
    start = _start(text, context) or (rest and _start(rest, context) and text[: len(text) - len(rest)])
    if start and len(text) > len(start):
        return _class_of_what_follows(start, read(text[len(start) :]), level)
    head = context.grammar.head(text, context.grammar.class_heads)
    if head is None:
        return None
    identity = Identity(text, None, context.grammar.class_heads[head], level, True, False, None)
    return Reading(identity, function=rest)


def _start(text: str, context: Context) -> str:
    """Return the words that make a class of what follows them: 各级 in 各级党委, 其他各 in 其他各部门."""
    folded = text.casefold()
    end = 0
    while end < len(text) and folded.startswith(context.grammar.class_starts, end):
        end += next(len(start) for start in context.grammar.class_starts if folded.startswith(start, end))
    return text[:end]


def _class_of_what_follows(start: str, reading: Reading, level: Level | None) -> Reading:
    """Return the reading of what follows as a class; `level` is that of a place before it (全市各级党委)."""
    found = reading.identity
    identity = replace(found, name=start + found.name, name_other=None, is_class=True, level=found.level or level)
    return replace(reading, identity=identity)


def place_itself(text: str, context: Context) -> Reading | None:
    """Return the reading of a place that stands for its government (各区县, City of Kranj) or its party (市委)."""
    region = context.region(text)
    if region is None:
        return None
    known = region.country is not None or region.seat is not None
    return Reading(Identity(text, None, region.seat or Kind.GOVERNMENT, region.level, False, known, None))


def by_head(text: str, context: Context) -> Reading:
    """Return the reading of an unknown name by its head: 低空经济发展局 is a department."""
    spelling = context.grammar
    head = spelling.head(text, spelling.heads)
    kind = spelling.heads[head] if head else Kind.OTHER
    level, function = _place_in_front(text, context)
    level = level or spelling.head_levels.get(head or "")
    if kind in WITH_THE_PLAN:
        level = level or context.own_level
    return Reading(Identity(text, None, kind, level, False, False, None), function=function)


def _place_in_front(text: str, context: Context) -> tuple[Level | None, str]:
    region, cut = context.gazetteer.leading(text, own=context.own)
    return (region.level if region else None), text[cut:]
