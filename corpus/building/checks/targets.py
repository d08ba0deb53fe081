"""Checks of targets: comparisons, quantifiers, and words that have to be quoted from the text."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.building.closed_sets import closed_set
from corpus.building.faults import Fault
from policy_nlp.schema import CHANGES, Document, Target, TargetKind


def comparisons(document: Document) -> Iterator[Fault]:
    """Q1: a change has a bound and nothing else has; 100 %, zero and ranges are `=`; a per cent is written `%`."""
    for target in document.targets:
        if (target.op in CHANGES) != (target.bound is not None):
            yield Fault("Q1", f"{target.quote!r}: a change needs a bound, and only a change has one", target.span)
        if _is_exact(target) and target.op != "=":
            yield Fault("Q1", f"{target.quote!r}: 100 %, zero and ranges are =, not {target.op}", target.span)
        if (target.unit or "").startswith(tuple(closed_set("not_in_measures", document.language))):
            yield Fault("Q1", f"{target.quote!r}: {target.unit!r} is no unit; % is a sign, 万 a factor", target.span)


def quantifiers(document: Document) -> Iterator[Fault]:
    """Q2: a universal target is one of the listed quantifiers, = 100 %."""
    allowed = closed_set("quantifiers", document.language)
    for target in document.targets:
        if target.kind is TargetKind.UNIVERSAL:
            if (target.op, target.value, target.unit) != ("=", 100, "%"):
                yield Fault("Q2", f"{target.quote!r}: a universal target is =100%", target.span)
            if " ".join(target.quote.lower().split()) not in allowed:
                yield Fault("Q2", f"{target.quote!r} is no quantifier; allowed: {', '.join(allowed)}", target.span)


def quoted_words(document: Document) -> Iterator[Fault]:
    """Q3: `of`, `subject` and the baseline are quoted from the text, line breaks apart."""
    text = _solid(document.text)
    for target in document.targets:
        words = (target.of, target.subject, target.baseline.quote if target.baseline else None)
        for word in words:
            if word is not None and (not word or _solid(word) not in text):
                yield Fault("Q3", f"{target.quote!r}: {word!r} is not in the text", target.span)


def rate_names(document: Document) -> Iterator[Fault]:
    """Q5: the name of a rate that stands directly before the comparison belongs to the target."""
    names = tuple(closed_set("rates", document.language))
    for target in document.targets:
        if names and document.text[: target.span[0]].endswith(names):
            yield Fault("Q5", f"{target.quote!r} lacks the name of the rate before it", target.span)


def due_values(document: Document) -> Iterator[Fault]:
    """Q4: the deadline of a target is the value of a deadline that is marked."""
    known = {due.value for due in document.deadlines}
    for target in document.targets:
        if target.deadline is not None and target.deadline not in known:
            yield Fault("Q4", f"{target.quote!r}: no deadline has the value {target.deadline}", target.span)


def _is_exact(target: Target) -> bool:
    if target.op in CHANGES:
        return False
    return isinstance(target.value, tuple) or target.value == 0 or (target.value == 100 and target.unit == "%")


def _solid(text: str) -> str:
    return "".join(text.split())
