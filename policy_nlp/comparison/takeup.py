"""How much of a template's task the local tasks say, clause by clause, and what of it they leave out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from policy_nlp.comparison.clauses import Clause
from policy_nlp.comparison.entries import Entry, inside
from policy_nlp.comparison.substance import FEWEST_TERMS, is_measure, is_title, own, said, stands_alone, taken_up
from policy_nlp.comparison.weights import Vector, Weights, contained
from policy_nlp.schema import SectionType, Span
from policy_nlp.text.folding import fold

FREELY = 0.3
"""A clause is taken up where the local tasks say this share of what it says beyond the rest of its task."""
LITERALLY = 0.5
"""The same in a plan that keeps the words of its template: there, half of a clause is said by chance."""
IN_OTHER_WORDS = 0.15
"""The same in a plan of its own words throughout: there, a few in common must do."""
KEPT_AT_BEST = 0.5
"""Where three tasks in four have no clause of which so much is said, the plan is one of its own words."""
FREE, LITERAL = 0.7, 0.95
"""Three clauses in four are taken up by this share at least; from the one to the other, a plan is more literal."""
LONG = 14
"""In a clause of fewer terms than this, one other word makes much of a difference."""
PART_TERMS = 8
"""A part of a sentence of fewer terms does not tell whether it is left out or worded in another way."""
PART_SAID = 0.15
RESULT_TERMS = 3
"""A result with a target of its own is told by so many words of its own."""
REST_SAID = 0.9
"""A part is left out where next to nothing of it is said, and nearly all of the rest of its clause."""


@dataclass(frozen=True)
class TakeUp:
    """A task of the template with the local tasks that carry it out, and the share of each clause that they say.

    `need` is the share from which on a clause counts as taken up.
    """

    template: Entry
    locals: tuple[Entry, ...]
    weights: Weights
    shares: tuple[float, ...]
    need: float = FREELY

    @property
    def left_out(self) -> tuple[tuple[Span, str], ...]:
        """The places and texts of what is left out, though it could be carried out at the local level."""
        whole = [clause for clause in self._missing if self._has_parts and stands_alone(self.template, clause)]
        parts = [part for part in self.results if not any(inside(part[0], clause.span) for clause in whole)]
        return (*((clause.span, clause.text) for clause in whole), *self._parts, *parts)

    @cached_property
    def results(self) -> tuple[tuple[Span, str], ...]:
        """The places and texts of results with a target of their own of which nothing is said."""
        known = said(self.locals, self.weights)
        return tuple(
            (part, text)
            for part, text, terms in _results(self.template)
            if len(terms) >= RESULT_TERMS and contained(self.weights.vector(terms), known) < PART_SAID
        )

    @property
    def _has_parts(self) -> bool:
        """Whether the task says more than one thing; of one thing that is taken up, little said is but worded anew."""
        return sum(not is_title(self.template, clause) for clause in self.template.clauses) > 1

    @property
    def passed_over(self) -> tuple[Clause, ...]:
        """The clauses that are not taken up, even those that no local plan could carry out."""
        return tuple(clause for clause in self._missing if self._has_parts and says_enough(self.template, clause))

    @cached_property
    def _missing(self) -> tuple[Clause, ...]:
        pairs = zip(self.template.clauses, self.shares, strict=True)
        return tuple(clause for clause, share in pairs if share < self._enough(clause))

    def _enough(self, clause: Clause) -> float:
        return self.need if len(clause.terms) >= LONG else FREELY * len(clause.terms) / LONG

    @cached_property
    def _parts(self) -> tuple[tuple[Span, str], ...]:
        """The parts of clauses that are left out of a sentence; only a plan that keeps the words lets that be told."""
        if self.need < LITERALLY:
            return ()
        known = said(self.locals, self.weights)
        return tuple(
            part
            for clause, share in zip(self.template.clauses, self.shares, strict=True)
            if self._enough(clause) <= share < REST_SAID and stands_alone(self.template, clause)
            for part in _unsaid(self.template, clause, known, self.weights)
        )


def says_enough(template: Entry, clause: Clause) -> bool:
    """Return whether a clause says something that can be taken up: it is no heading, no figure and no mere word."""
    return _weighs(template, clause) and not is_measure(template, clause)


def _weighs(template: Entry, clause: Clause) -> bool:
    return len(clause.terms) >= FEWEST_TERMS and not is_title(template, clause)


def take_ups(
    template: Sequence[Entry], local: Sequence[Entry], partners: Mapping[int, tuple[int, ...]], weights: Weights
) -> dict[int, TakeUp]:
    """Return the take-up of each task that has partners; how literal the plan is as a whole decides what is needed."""
    found = {}
    for row, columns in partners.items():
        others = tuple(local[column] for column in columns)
        found[row] = TakeUp(template[row], others, weights, taken_up(template[row], others, weights))
    need = needed([one.shares for one in found.values()])
    return {row: replace(one, need=need) for row, one in found.items()}


def needed(tasks: Sequence[Sequence[float]]) -> float:
    """Return from which share on a clause counts as taken up in a plan with these shares, those of each task together.

    >>> needed([[1.0, 1.0], [0.98]]), needed([[0.7, 0.1], [0.8]]), needed([[0.1], [0.2, 0.0]])
    (0.5, 0.3, 0.15)
    """
    lower, best = (
        _lower_quarter([share for task in tasks for share in task]),
        _lower_quarter([max(t) for t in tasks if t]),
    )
    literal = min(1.0, max(0.0, (lower - FREE) / (LITERAL - FREE)))
    free = min(1.0, max(0.0, (KEPT_AT_BEST - best) / KEPT_AT_BEST * 2))
    return FREELY + literal * (LITERALLY - FREELY) - free * (FREELY - IN_OTHER_WORDS)


def _lower_quarter(shares: Sequence[float]) -> float:
    return sorted(shares)[len(shares) // 4] if shares else FREE


def _unsaid(template: Entry, clause: Clause, known: Vector, weights: Weights) -> Iterator[tuple[Span, str]]:
    """Yield the parts of a clause of which nothing is said, where all the rest of it is."""
    repeated = Counter(term for other in template.clauses for term in other.terms)
    whole = own(clause.terms, repeated, weights)
    start = clause.span[0]
    for span in clause.parts:
        text = clause.text[span[0] - start : span[1] - start]
        part = {term: whole[term] for term in template.read(fold(text)) if term in whole}
        rest = {term: weight for term, weight in whole.items() if term not in part}
        bare = not any(inside(fact, span) for fact in _facts(template))
        told = len(part) >= PART_TERMS and contained(part, known) < PART_SAID and contained(rest, known) >= REST_SAID
        if bare and told:
            yield span, text


def _results(entry: Entry) -> Iterator[tuple[Span, str, Mapping[str, int]]]:
    """Yield the parts of sentences that hold one of several targets, with the words that no other part has."""
    objectives = entry.section_type is SectionType.OBJECTIVES
    for clause in entry.clauses:
        holding = [part for part in clause.parts if any(inside(item.span, part) for item in entry.targets)]
        if len(holding) > 1 or (objectives and len(entry.targets) > 1):
            start = clause.span[0]
            texts = {part: clause.text[part[0] - start : part[1] - start] for part in clause.parts}
            read = {part: entry.read(fold(text)) for part, text in texts.items()}
            others = Counter(term for terms in read.values() for term in terms)
            for part in holding:
                yield part, texts[part], {t: n for t, n in read[part].items() if others[t] == 1}


def _facts(entry: Entry) -> tuple[Span, ...]:
    return tuple(item.span for item in entry.deadlines) + tuple(item.span for item in entry.targets)
