"""Names: each unit gets its canonical name, kind and level, with the plan's own place and year in mind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from policy_nlp.bodies import Registry, identify
from policy_nlp.schema import Document, Plan, Unit


def name_units(document: Document, *, registry: Registry | None = None) -> Document:
    """Return `document` with name, kind and level on each unit, as far as `registry` (the shipped one) tells them."""
    plans = {plan.id: plan for plan in document.plans}
    plan_of = {task.id: plans.get(task.plan) for task in document.tasks}
    named = (_named(unit, plan_of, document.language, registry) for unit in document.units)
    return replace(document, units=tuple(named))


def _named(unit: Unit, plan_of: Mapping[str, Plan | None], language: str, registry: Registry | None) -> Unit:
    plan = plan_of.get(unit.tasks[0]) if unit.tasks else None
    spoken = plan.language if plan is not None and plan.language else language
    region = plan.region if plan else None
    identity = identify(unit.quote, language=spoken, year=_year(plan), region=region, registry=registry)
    return replace(
        unit,
        name=identity.name,
        name_other=identity.name_other,
        kind=identity.kind.value,
        level=identity.level.value if identity.level else None,
        is_class=identity.is_class,
    )


def _year(plan: Plan | None) -> int | None:
    return int(plan.period[:4]) if plan is not None and plan.period else None
