"""What a body is responsible for: the fields of the registry, or those that an unknown name spells out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from policy_nlp.bodies.grammar import Grammar, grammar
from policy_nlp.bodies.reading import Reading
from policy_nlp.bodies.record import Body
from policy_nlp.bodies.registry import GAP, Registry, is_generic
from policy_nlp.text.folding import fold

SHORTEST_STEM = 2


def fields_of(reading: Reading, *, language: str, year: int | None, registry: Registry) -> frozenset[str]:
    """Return the fields of a reading; of a body of the registry also those of its successors up to `year`."""
    if reading.bodies:
        return frozenset(name for body in reading.bodies for name in _inherited(body, year, registry))
    return spelled_out(reading.function, language=language, registry=registry)


def _inherited(body: Body, year: int | None, registry: Registry) -> Iterator[str]:
    yield from body.fields or {body.key}
    for key in body.successors:
        successor = registry.bodies[key]
        if year is None or (successor.first_year or year) <= year:
            yield from _inherited(successor, year, registry)


def spelled_out(function: str, *, language: str, registry: Registry) -> frozenset[str]:
    """Return the fields of all the functions that a name spells out, read from the left, the longest stem first.

    >>> from policy_nlp.bodies.registry import shipped
    >>> sorted(spelled_out("文化旅游和应急管理局", language="zh", registry=shipped()))
    ['culture', 'emergency', 'tourism']
    """
    stems, longest = _stems(registry, language)
    spelling = grammar(language)
    text = spelling.comparable(function)
    found: set[str] = set()
    reached = 0
    for start in spelling.cuts(text):
        if start >= reached:
            stem = _stem_at(text, start, stems, longest, spelling)
            found |= stems.get(stem, frozenset())
            reached = start + len(stem)
    return frozenset(found)


def _stem_at(text: str, start: int, stems: Mapping[str, frozenset[str]], longest: int, spelling: Grammar) -> str:
    """Return the longest stem that stands at `start` in whole words: DEP is none of "Department of Youth"."""
    ends = range(min(len(text), start + longest), start + SHORTEST_STEM - 1, -1)
    return next((text[start:end] for end in ends if text[start:end] in stems and spelling.closes(text, end)), "")


@cache
def _stems(registry: Registry, language: str) -> tuple[Mapping[str, frozenset[str]], int]:
    spelling = grammar(language)
    found = {spelling.comparable(word): frozenset({name}) for word, name in spelling.stems.items()}
    for body in registry.bodies.values():
        if is_generic(body) and body.fields:
            for form in body.names[language].shown():
                stem = without_head(form, spelling) if GAP not in form else ""
                if len(stem) >= SHORTEST_STEM and stem not in spelling.no_stems:
                    found.setdefault(stem, body.fields)
    return found, max(map(len, found))


def without_head(name: str, spelling: Grammar) -> str:
    """Return the comparable form of a name without its head: what is left of 教育局 is 教育.

    >>> without_head("Department of Education", grammar("en"))
    'education'
    """
    text = fold(spelling.tidy(name)).casefold()
    head = spelling.head(text, spelling.heads) or ""
    at = text.rfind(head) if text.endswith(head) else text.find(head)
    rest = f"{text[:at]}{text[at + len(head) :]}"
    words = rest.split(spelling.joint) if spelling.joint else [rest]
    return spelling.comparable(spelling.joint.join(word for word in words if word not in spelling.head_stops))
