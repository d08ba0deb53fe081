"""The targets of paired tasks: which local one answers which of the template, and how it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from policy_nlp.comparison.alignment import Alignment
from policy_nlp.comparison.clauses import Clause
from policy_nlp.comparison.entries import Entry, inside
from policy_nlp.comparison.facts import Located, Match, located, meet
from policy_nlp.comparison.records import Order
from policy_nlp.comparison.substance import flat, passed_over
from policy_nlp.comparison.target_order import target_order
from policy_nlp.comparison.weights import Vector
from policy_nlp.comparison.words import terms
from policy_nlp.schema import SectionType, Span, Target
from policy_nlp.text.folding import fold


def target_matches(alignment: Alignment) -> Iterator[Match[Target]]:
    """Yield each target of a paired task of the template with its local counterpart.

    One that goes with a clause which is itself left out is no gap of its own, and is not yielded; among general
    objectives each target is a matter of its own.
    """
    weights = alignment.both.weights

    def said(entry: Entry, clause: Clause, span: Span) -> Vector:
        return weights.vector(_part(clause, span, entry.language))

    for row in alignment.partners:
        entry, locals_ = alignment.both.template.entries[row], alignment.locals_of(row)
        objectives = entry.section_type is SectionType.OBJECTIVES
        missing = () if objectives else passed_over(entry, alignment.shares[row])
        wanted = [item for item in located(entry, entry.targets, said) if item.clause not in missing]
        offered = [item for other in locals_ for item in located(other, other.targets, said)]
        for one, answer, order in meet(wanted, offered, _order):
            yield Match(entry, locals_, one, answer, order)


def _part(clause: Clause, span: Span, language: str) -> Counter[str]:
    """Return the terms of the part of the clause around a target; of the whole clause where it has none."""
    low, high = next((part for part in clause.parts if inside(span, part)), clause.span)
    start = clause.span[0]
    said = terms(fold(clause.text)[low - start : high - start], language)
    return said or Counter(clause.terms)


def _order(template: Located[Target], local: Located[Target]) -> Order:
    language, other = template.entry.language, local.entry.language
    around = tuple(flat(item.clause.text) if item.clause else "" for item in (template, local))
    wanted, offered = template.fact, local.fact
    if language != other:
        wanted, offered = _without_words(wanted), _without_words(offered)
    return target_order(wanted, offered, language=language, context=(around[0], around[1]))


def _without_words(target: Target) -> Target:
    """Across languages only the figure can be compared: what it counts is worded in two languages."""
    return replace(target, of=None, unit=target.unit if target.unit == "%" else None)
