"""Whether two documents can be compared at all: the same one twice, swapped, no plan, nothing in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from policy_nlp.bodies import Level, identify
from policy_nlp.comparison.entries import Entry
from policy_nlp.comparison.lexicon import lexicon
from policy_nlp.comparison.records import Pair
from policy_nlp.comparison.words import terms
from policy_nlp.messages import both
from policy_nlp.schema import Diagnostic, Document, SectionType, Severity

COMMON = 0.1
"""With a smaller share of its tasks in common, and nothing in the titles, two plans are on different matters."""
COMMON_ACROSS = 0.2
SURE = 0.8
"""Across languages titles cannot be held against each other; there, only pairs as likely as this count."""
FEWEST_BODIES = 3
MOST = 0.75
"""So many bodies, and such a share of all, tell for which level a plan is."""
_OWN_MATTER = (SectionType.TASKS, SectionType.SCHEDULE, SectionType.ANNEX, None)
_LEVELS = tuple(Level)


def grounds(
    template: Document, local: Document, entries: Sequence[Entry], pairs: Sequence[Pair]
) -> Iterator[Diagnostic]:
    """Yield what speaks against the comparison; after one of severity high its findings would mean nothing."""
    if _letters(template) == _letters(local):
        yield _told("same_document", Severity.MEDIUM)
        return
    if not _common(template, local, entries, pairs):
        yield _told("no_common_ground", Severity.HIGH, template=template.id, local=local.id)
    elif _swapped(level(template), level(local)):
        yield _told("swapped", Severity.HIGH, template=template.id, local=local.id)


def _letters(document: Document) -> str:
    return "".join(document.text.split())


def _swapped(above: Level | None, below: Level | None) -> bool:
    return above is not None and below is not None and _LEVELS.index(above) > _LEVELS.index(below)


def _told(key: str, severity: Severity, **fields: object) -> Diagnostic:
    return Diagnostic(f"comparison.{key}", severity, both(f"comparison.{key}", **fields))


def level(document: Document) -> Level | None:
    """Return the level of the place that a plan is for; None where that cannot be told.

    >>> level(Document("a", "zh", ""))
    """
    regions = [plan.region for plan in document.plans if plan.region]
    if not regions:
        return _level_of_bodies(document)
    return identify(f"{regions[0]}{lexicon(document.language).government}", language=document.language).level


def _level_of_bodies(document: Document) -> Level | None:
    """A plan that names no place is for the level of the bodies that it orders, where most of them are of one level."""
    levels = Counter(unit.level for unit in document.units if unit.level and not unit.is_class)
    if not levels:
        return None
    name, count = levels.most_common(1)[0]
    known = count >= FEWEST_BODIES and count >= MOST * levels.total()
    return Level(name) if known else None


def _common(template: Document, local: Document, entries: Sequence[Entry], pairs: Sequence[Pair]) -> bool:
    """Safeguards are worded alike whatever the matter, so they prove nothing."""
    own = {entry.id for entry in entries if entry.section_type in _OWN_MATTER}
    paired = sum(pair.template_task in own for pair in pairs)
    if template.language != local.language:
        return sum(pair.similarity >= SURE for pair in pairs) >= COMMON_ACROSS * len(entries)
    share = paired / len(own) if own else 1.0
    return share >= COMMON or bool(pairs and _titles_meet(template, local))


def _titles_meet(template: Document, local: Document) -> bool:
    above, below = (_said(document) for document in (template, local))
    return len(above & below) >= max(1, min(2, len(above), len(below)))


def _said(document: Document) -> set[str]:
    genre = terms(" ".join(lexicon(document.language).genres), document.language)
    return {term for plan in document.plans for term in terms(plan.title, document.language) if term not in genre}
