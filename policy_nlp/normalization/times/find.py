"""Finding the times of a text: the widest phrase that begins furthest left wins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from policy_nlp.normalization.mentions import TimeMention
from policy_nlp.normalization.times.chart import Grammar, Item, grammar
from policy_nlp.normalization.times.paths import Length, Path, Range, Repeat, Rolling
from policy_nlp.normalization.times.resolving import Reference, Resolved, resolve
from policy_nlp.normalization.times.settings import settings
from policy_nlp.text.folding import fold

MENTIONS = frozenset({"path", "range", "roll", "length", "repeat", "closed"})
"""The categories that are mentions by themselves; `closed` only where the clause ends behind it."""


def find(
    text: str, *, language: str, reference_date: date | None = None, fiscal_start: int | None = None
) -> tuple[TimeMention, ...]:
    """Return the times of the text from left to right; they never overlap."""
    known = grammar(language)
    reference = Reference(reference_date, settings(language), fiscal_start)
    folded = lowered(text)
    return tuple(
        mention
        for start, end in known.words.found(folded)
        for mention in _in_stretch(text, folded, (start, end), known, reference)
    )


def lowered(text: str) -> str:
    """Return the folded text in lower case, character for character."""
    folded = fold(text)
    lower = folded.lower()
    return lower if len(lower) == len(folded) else folded.translate(_ASCII)


_ASCII = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def _in_stretch(
    text: str, folded: str, stretch: tuple[int, int], known: Grammar, reference: Reference
) -> Iterator[TimeMention]:
    chart = known.parse(folded, *stretch)
    position, end = stretch
    while position < end:
        best = _best(_whole(chart.within_reach(position), text, folded, known), reference)
        if best is None:
            position += 1
            continue
        item, (kind, value) = best
        yield TimeMention(item.start, item.end, text[item.start : item.end], kind, value)
        position = item.end


def _whole(items: list[Item], text: str, folded: str, known: Grammar) -> list[Item]:
    words = known.words
    found = [item for item in items if item.category in MENTIONS and words.bounded(text, folded, item.start, item.end)]
    return [item for item in found if item.category != "closed" or words.closed.match(folded, item.end)]


def _best(items: list[Item], reference: Reference) -> tuple[Item, Resolved] | None:
    for item in sorted(items, key=_rank):
        value = item.value
        if isinstance(value, Path | Range | Rolling | Repeat | Length):
            resolved = resolve(value, reference)
            if resolved is not None:
                return item, resolved
    return None


def _rank(item: Item) -> tuple[int, int, bool, int]:
    """Order the wider phrase first, then the one that leaves less open, then the rule that the lexicon lists first."""
    loose = isinstance(item.value, Path) and not item.value.anchored()
    return -item.end, item.start, loose, item.order
