"""Which plan a reviewer learns most from: the one in which the rules are least sure, each reason with its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from policy_nlp.bodies import identify
from policy_nlp.conversion.disagreement import disagreements
from policy_nlp.conversion.traits import own_traits
from policy_nlp.schema import Document, Severity, Span


class Cause(StrEnum):
    """Why a plan is worth a look."""

    DIAGNOSTICS = "diagnostics"
    RARE = "rare"
    UNKNOWN = "unknown"
    DISAGREEMENT = "disagreement"
    BARE = "bare"
    CONTESTED = "contested"


WEIGHTS = {
    Cause.DIAGNOSTICS: 0.25,
    Cause.RARE: 0.25,
    Cause.UNKNOWN: 0.2,
    Cause.DISAGREEMENT: 0.2,
    Cause.BARE: 0.1,
}
"""How much each cause counts; together 1."""

_CONTESTED = 0.5
"""How much of the score it is that a model was asked and sees other things; the other causes share the rest."""

_GRAVITY = {Severity.HIGH: 4, Severity.MEDIUM: 2, Severity.LOW: 1, Severity.INFO: 0.5}
_SHOWN = 3
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Reason:
    """One cause: `degree` from 0 to 1, how many of how many, and the first examples."""

    cause: Cause
    degree: float
    count: int
    total: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Priority:
    """How much there is to learn from a document, from 0 to 1, and why: the weightiest reason first."""

    document: Document
    score: float
    reasons: tuple[Reason, ...]


def ranked(documents: Sequence[Document], *, contested: Sequence[Sequence[Span]] | None = None) -> list[Priority]:
    """Return `documents` with the one first from which a reviewer would learn most; ties keep their order.

    The score is the sum of the degrees under WEIGHTS. A degree says how far the plan has the trait: notes of the
    program per thousand characters, rules and numbering styles that no other plan here shows, bodies that the registry
    does not have, places that rules read in two ways, tasks without body, deadline and target. Counts without a natural
    whole are brought below 1 as n / (n + 1), or n / (n + 3) where one alone says little.

    `contested` are the places in each document where the rules and a model differ. They are half of the score then, by
    their number per thousand characters.
    """
    rare = own_traits(documents) if len(documents) > 1 else [[] for _ in documents]
    found = [_priority(document, own) for document, own in zip(documents, rare, strict=True)]
    if contested is not None:
        found = [_with_model(priority, places) for priority, places in zip(found, contested, strict=True)]
    return sorted(found, key=lambda priority: -priority.score)


def _priority(document: Document, own: list[str]) -> Priority:
    reasons = (_diagnostics(document), _rare(own), _unknown(document), _disagreement(document), _bare(document))
    kept = sorted((reason for reason in reasons if reason.count), key=_weight, reverse=True)
    return Priority(document, round(sum(map(_weight, kept)), 3), tuple(kept))


def _weight(reason: Reason) -> float:
    return WEIGHTS[reason.cause] * reason.degree


def _with_model(priority: Priority, places: Sequence[Span]) -> Priority:
    text = priority.document.text
    rate = 1000 * len(places) / max(len(text), 1)
    examples = _examples([text[start:end] for start, end in places])
    reason = Reason(Cause.CONTESTED, rate / (rate + 3), len(places), len(places), examples)
    score = (1 - _CONTESTED) * priority.score + _CONTESTED * reason.degree
    return Priority(priority.document, round(score, 3), (*((reason,) if places else ()), *priority.reasons))


def _diagnostics(document: Document) -> Reason:
    gravity = sum(_GRAVITY[note.severity] for note in document.diagnostics)
    rate = 1000 * gravity / max(len(document.text), 1)
    codes = _examples([note.code for note in document.diagnostics])
    count = len(document.diagnostics)
    return Reason(Cause.DIAGNOSTICS, rate / (rate + 1), count, count, codes)


def _rare(own: list[str]) -> Reason:
    return Reason(Cause.RARE, len(own) / (len(own) + 3), len(own), len(own), _examples(own))


def _unknown(document: Document) -> Reason:
    names = list(dict.fromkeys(unit.quote for unit in document.units if not unit.is_class))
    unknown = [name for name in names if not identify(name, language=document.language).known]
    degree = len(unknown) / max(len(names), 1)
    return Reason(Cause.UNKNOWN, degree, len(unknown), len(names), _examples(unknown))


def _disagreement(document: Document) -> Reason:
    places = disagreements(document)
    examples = _examples([document.text[start:end] for start, end in places])
    return Reason(Cause.DISAGREEMENT, len(places) / (len(places) + 3), len(places), len(places), examples)


def _bare(document: Document) -> Reason:
    """A plan in which no task was found at all is wholly bare."""
    held = {task for unit in document.units for task in unit.tasks}
    held |= {due.task for due in document.deadlines if due.task} | {aim.task for aim in document.targets if aim.task}
    bare = [task.number or task.title for task in document.tasks if task.id not in held]
    total = len(document.tasks)
    if not total:
        return Reason(Cause.BARE, 1.0, 1, 1)
    return Reason(Cause.BARE, len(bare) / total, len(bare), total, _examples(bare))


def _examples(words: Sequence[str]) -> tuple[str, ...]:
    """The first few different ones, long ones cut."""
    cut = (word if len(word) <= _LONGEST else f"{word[:_LONGEST]}…" for word in words)
    return tuple(dict.fromkeys(cut))[:_SHOWN]
