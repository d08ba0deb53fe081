"""The targets of paired tasks: which local one answers which of the template, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from policy_nlp.comparison.alignment import Alignment
from policy_nlp.comparison.clauses import Clause
from policy_nlp.comparison.entries import Entry, inside
from policy_nlp.comparison.facts import Located, Match, located, meet, said_around
from policy_nlp.comparison.lexicon import lexicon
from policy_nlp.comparison.records import Order
from policy_nlp.comparison.substance import flat
from policy_nlp.comparison.target_order import target_order
from policy_nlp.comparison.weights import Vector
from policy_nlp.schema import SectionType, Span, Target, TargetKind
from policy_nlp.text.folding import fold


def target_matches(alignment: Alignment) -> Iterator[Match[Target]]:
    """Yield each target of a paired task of the template with its local counterpart.

    One that goes with a clause which is itself left out is no gap of its own, and is not yielded; among general
    objectives each target is a matter of its own. All of a set (全部, every) may be said by 逐个 or "each", which no
    target is.
    """
    weights = alignment.both.weights

    def said(entry: Entry, clause: Clause, span: Span) -> Vector:
        return weights.vector(said_around(entry, clause, span) or clause.terms)

    for row in alignment.partners:
        entry, locals_ = alignment.both.template.entries[row], alignment.locals_of(row)
        objectives = entry.section_type is SectionType.OBJECTIVES
        taken = alignment.taken[row]
        missing, results = ((), ()) if objectives else (taken.passed_over, taken.results)
        wanted = [item for item in located(entry, entry.targets, said) if item.clause not in missing]
        offered = [item for other in locals_ for item in located(other, other.targets, said)]
        said_of_each = any(lexicon(other.language).each_one.search(fold(other.task.quote)) for other in locals_)
        for one, answer, order in meet(wanted, offered, _order, alone=_counted_alike):
            if answer is not None or not (_goes_with(one, results) or (said_of_each and _of_all(one))):
                yield Match(entry, locals_, one, answer, order)


def _goes_with(item: Located[Target], left_out: Sequence[tuple[Span, str]]) -> bool:
    return any(inside(item.fact.span, span) for span, _ in left_out)


def _of_all(item: Located[Target]) -> bool:
    return item.fact.kind is TargetKind.UNIVERSAL


def _counted_alike(template: Located[Target], local: Located[Target]) -> bool:
    """What is counted in one unit, shares apart, is the same where a task has no other target."""
    units = {flat(item.fact.unit or "").casefold().removesuffix("s") for item in (template, local)}
    return len(units) == 1 and not units & {"", "%"}


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
