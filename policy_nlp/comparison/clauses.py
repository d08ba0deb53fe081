"""Cutting the text of a task into clauses that can stand by themselves, and those into parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policy_nlp.comparison.lexicon import lexicon
from policy_nlp.comparison.words import Reader
from policy_nlp.schema import Span
from policy_nlp.text.folding import fold


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with its terms; bodies, times and figures are no terms, they are compared by themselves."""

    span: Span
    text: str
    terms: Mapping[str, int]
    parts: tuple[Span, ...]


def clauses(text: str, span: Span, blanks: Sequence[Span], *, language: str, read: Reader) -> tuple[Clause, ...]:
    """Return the clauses of `text[span]` that say something besides the spans in `blanks`, as `read` finds its terms.

    >>> from policy_nlp.comparison.words import reader
    >>> found = clauses("巡查水库。县水务局牵头。", (0, 12), [(5, 9)], language="zh", read=reader("zh"))
    >>> [clause.text for clause in found]
    ['巡查水库']
    """
    folded = fold(text[slice(*span)])
    known = lexicon(language)
    asides = [match.span() for match in known.aside.finditer(folded)]
    blanked = blank(blank(folded, asides), blanks, span[0])
    found = []
    for low, high in _stretches(folded, known.breaks):
        said = Counter(read(blanked[low:high]))
        if said:
            parts = tuple((span[0] + low + a, span[0] + low + b) for a, b in _stretches(folded[low:high], known.parts))
            raw = (span[0] + low, span[0] + high)
            found.append(Clause(raw, text[slice(*raw)], said, parts))
    return tuple(found)


def blank(text: str, spans: Sequence[Span], base: int = 0) -> str:
    """Return `text` with spaces in place of `spans`, whose offsets count from `base` characters before it.

    >>> blank("县水务局巡查", [(10, 14)], base=10)
    '    巡查'
    """
    characters = list(text)
    for start, end in spans:
        low, high = max(start - base, 0), min(end - base, len(text))
        characters[low:high] = " " * max(high - low, 0)
    return "".join(characters)


def _stretches(text: str, breaks: re.Pattern[str]) -> Iterator[Span]:
    start = 0
    for match in breaks.finditer(text):
        yield from _trimmed(text, start, match.start())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
