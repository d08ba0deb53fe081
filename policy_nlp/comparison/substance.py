"""What the clauses of a task say, and which of them are work that a local plan could do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from policy_nlp.comparison.clauses import Clause
from policy_nlp.comparison.entries import Entry, inside
from policy_nlp.comparison.lexicon import only_above
from policy_nlp.comparison.weights import Vector, Weights, contained
from policy_nlp.schema import SectionType, TargetKind
from policy_nlp.text.folding import fold

FEWEST_TERMS = 4
"""A clause of fewer terms does not stand by itself."""

MOSTLY = 0.6
"""Where so much of a task can only be done above, the task as a whole is not the local plan's."""


def taken_up(template: Entry, locals_: Sequence[Entry], weights: Weights) -> tuple[float, ...]:
    """Return for each clause of `template` how much of what it says `locals_` say."""
    known = said(locals_, weights)
    repeated = Counter(term for clause in template.clauses for term in clause.terms)
    return tuple(contained(own(clause.terms, repeated, weights), known) for clause in template.clauses)


def own(terms: Mapping[str, int], repeated: Mapping[str, int], weights: Weights) -> Vector:
    """Return what a clause says; words that other clauses of its task have too only name the matter and weigh less."""
    return {term: weight / repeated[term] for term, weight in weights.vector(terms).items()}


def said(locals_: Iterable[Entry], weights: Weights) -> Vector:
    """Return all that local tasks say."""
    return {term: weights.of(term) for entry in locals_ for term in entry.terms}


def stands_alone(template: Entry, clause: Clause) -> bool:
    """Return whether leaving out `clause` would leave out work that a local plan could do."""
    if len(clause.terms) < template.read.alone or is_title(template, clause) or is_measure(template, clause):
        return False
    return template.section_type is SectionType.OBJECTIVES or only_above(flat(clause.text), template.language) is None


def is_measure(template: Entry, clause: Clause) -> bool:
    """Return whether a clause says nothing but a target (整改率达到95%): without it the target is missing, no work."""
    numeric = (item.span for item in template.targets if item.kind is TargetKind.NUMERIC)
    return len(clause.parts) == 1 and any(inside(span, clause.span) for span in numeric)


def is_title(template: Entry, clause: Clause) -> bool:
    """Return whether a clause is the run-in heading of its task, and not the whole of it."""
    heading = clause.span[0] - template.task.span[0] < len(template.task.number) + 4
    return heading and len(template.clauses) > 1 and clause.terms.keys() <= template.title.keys()


def beyond_local(entry: Entry) -> str | None:
    """Return why no local plan could do a task; None where one could.

    The clauses decide by their length; a run-in heading only where nothing else is said.
    """
    weights: dict[str | None, int] = {}
    for clause in entry.clauses:
        if len(clause.terms) >= FEWEST_TERMS and not is_title(entry, clause):
            reason = only_above(flat(clause.text), entry.language)
            weights[reason] = weights.get(reason, 0) + len(clause.terms)
    above = {reason: weight for reason, weight in weights.items() if reason}
    if not above or sum(above.values()) < MOSTLY * sum(weights.values()):
        return None
    return max(above, key=lambda reason: above[reason])


def flat(text: str) -> str:
    """Return folded text on one line.

    >>> flat("修订自治区\\n条例（试行）")
    '修订自治区条例(试行)'
    """
    lines = fold(text).split("\n")
    joint = "" if any("\u3400" <= character <= "\u9fff" for character in text) else " "
    return joint.join(line.strip() for line in lines)
