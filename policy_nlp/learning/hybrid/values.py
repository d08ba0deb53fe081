"""Values of what a model found, by the normalization that the rules use; what it cannot read stays without one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from policy_nlp.extraction.deadlines import find_due_in_cell
from policy_nlp.extraction.measures import Measure, read_measure, target_lexicon
from policy_nlp.lexicon import rule_set
from policy_nlp.linking.due_parts import Reader, reader
from policy_nlp.linking.due_values import DueValue, due_value
from policy_nlp.linking.fiscal import fiscal_year
from policy_nlp.linking.years import first_year
from policy_nlp.normalize import Bounds, QuantityKind, QuantityMention, quantities
from policy_nlp.schema import Document, Quantity, Span, Target, TargetKind
from policy_nlp.text.folding import fold

_YEAR = re.compile(r"(?:19|20)\d{2}")


class Values:
    """Reads due times and targets of one document in one language, where something else has found them."""

    def __init__(self, document: Document, language: str) -> None:
        self._text = document.text
        self._folded = fold(document.text)
        self._language = language
        self._years = sorted(_years(document))
        self._plan = lru_cache(maxsize=64)(self._plan_values)

    def due(self, span: Span, plan: Span) -> DueValue | None:
        """Return the due time that the words at `span` state, None where they state none or several.

        A year that it leaves out is that of the last due time before it in the plan, else the one the plan starts from.
        """
        found = find_due_in_cell(self._folded, *span, language=self._language)
        if len(found) != 1:
            return None
        values, first = self._plan(plan)
        return due_value(values, found[0], self._carried(plan, span[0]) or first)

    def _plan_values(self, plan: Span) -> tuple[Reader, int | None]:
        fiscal = fiscal_year(self._folded, plan, language=self._language)
        return reader(self._language, fiscal), first_year(self._folded, plan, None)

    def _carried(self, plan: Span, position: int) -> int | None:
        index = bisect_left(self._years, (position, 0)) - 1
        return self._years[index][1] if index >= 0 and self._years[index][0] >= plan[0] else None

    def target(self, span: Span) -> Target | None:
        """Return the target that the words at `span` state, None where they hold no quantity that can be read."""
        return self._by_rules(span) or self._by_quantity(span)

    def _by_rules(self, span: Span) -> Target | None:
        lexicon = target_lexicon(self._language)
        hits = rule_set(self._language, "targets").find(self._folded, *span)
        found = [read_measure(self._folded, self._text, hit, self._line(span), lexicon) for hit in hits]
        measures = [measure for measure in found if measure is not None]
        return self._measured(span, measures[0]) if len(measures) == 1 else None

    def _line(self, span: Span) -> Span:
        """The line around a span, within which a target names its set and its subject."""
        end = self._folded.find("\n", span[1])
        return self._folded.rfind("\n", 0, span[0]) + 1, len(self._folded) if end < 0 else end

    def _measured(self, span: Span, one: Measure) -> Target:
        stated = Target(self._text[slice(*span)], span, one.kind, one.op, one.value, one.unit)
        return replace(stated, bound=one.bound, of=one.of, subject=one.subject, baseline=one.baseline)

    def _by_quantity(self, span: Span) -> Target | None:
        """A bare number that has to be reached is an equality, as the guideline has it; what stands before it in the
        span might compare it in words that nobody has read.
        """
        quote = self._text[slice(*span)]
        found = _outermost(quantities(quote, language=self._language))
        if len(found) != 1 or found[0].start > 0:
            return None
        one, value = found[0], _number(found[0])
        unit = "%" if one.kind is QuantityKind.PERCENT else one.unit or quote[one.end :].strip() or None
        return None if value is None else Target(quote, span, TargetKind.NUMERIC, one.op or "=", value, unit)


def _years(document: Document) -> Iterator[tuple[int, int]]:
    """Where due times name a year, and the last one that each names."""
    for due in document.deadlines:
        years = _YEAR.findall(due.value or "")
        if years and _YEAR.search(due.quote):
            yield due.span[0], int(years[-1])


def _outermost(found: tuple[QuantityMention, ...]) -> list[QuantityMention]:
    """A comparison holds the number that it is about."""
    return [one for one in found if not any(_holds(other, one) for other in found)]


def _number(found: QuantityMention) -> Quantity | None:
    """A number, or the two ends of a range; a range that is open at one end is neither."""
    if not isinstance(found.value, Bounds):
        return found.value
    low, high = found.value.min, found.value.max
    return (low, high) if isinstance(low, int | float) and isinstance(high, int | float) else None


def _holds(outer: QuantityMention, inner: QuantityMention) -> bool:
    return outer is not inner and outer.start <= inner.start and inner.end <= outer.end
