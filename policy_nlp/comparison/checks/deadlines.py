"""Checks of when: due times that are left out, put off, brought forward, or of another kind."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.comparison.case import Case, Draft, drafts
from policy_nlp.comparison.checks.registry import check
from policy_nlp.comparison.records import FindingType, Order


@check("G301", FindingType.MISSING_DEADLINE)
def missing_deadline(case: Case) -> Iterator[Draft]:
    """“{task}” is due {template}; the local plan says no time."""
    yield from drafts(case.dues, None)


@check("G302", FindingType.LATER_DEADLINE)
def later_deadline(case: Case) -> Iterator[Draft]:
    """“{task}” is due {template}; the local plan says {local}, which is later."""
    yield from drafts(case.dues, Order.LAXER)


@check("G303", FindingType.INCOMPARABLE_DEADLINE)
def incomparable_deadline(case: Case) -> Iterator[Draft]:
    """“{task}” is due {template}; the local plan says {local}, and neither is the stricter."""
    yield from drafts(case.dues, Order.INCOMPARABLE)


@check("N301", FindingType.EARLIER_DEADLINE)
def earlier_deadline(case: Case) -> Iterator[Draft]:
    """“{task}” is due {template}; the local plan says {local}, which is earlier."""
    yield from drafts(case.dues, Order.STRICTER)
