"""Checks of how much: targets that are left out, lowered, raised, or measured in another way."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.comparison.case import Case, Draft, drafts
from policy_nlp.comparison.checks.registry import check
from policy_nlp.comparison.records import FindingType, Order


@check("G401", FindingType.MISSING_TARGET)
def missing_target(case: Case) -> Iterator[Draft]:
    """“{task}” has the target {template}; the local plan sets none."""
    yield from drafts(case.targets, None)


@check("G402", FindingType.WEAKER_TARGET)
def weaker_target(case: Case) -> Iterator[Draft]:
    """“{task}” has the target {template}; the local plan asks for less: {local}."""
    yield from drafts(case.targets, Order.LAXER)


@check("G403", FindingType.INCOMPARABLE_TARGET)
def incomparable_target(case: Case) -> Iterator[Draft]:
    """“{task}” has the target {template}; the local plan measures in another way: {local}."""
    yield from drafts(case.targets, Order.INCOMPARABLE)


@check("N401", FindingType.STRONGER_TARGET)
def stronger_target(case: Case) -> Iterator[Draft]:
    """“{task}” has the target {template}; the local plan asks for more: {local}."""
    yield from drafts(case.targets, Order.STRICTER)
