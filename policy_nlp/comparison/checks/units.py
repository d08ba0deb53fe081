"""Checks of who is answerable: bodies that are left out, exchanged or added."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.comparison.blocks import Block, answered, covered, own_reference
from policy_nlp.comparison.bodies import shown
from policy_nlp.comparison.case import Case, Draft, of_unit
from policy_nlp.comparison.checks.registry import check
from policy_nlp.comparison.records import FindingType
from policy_nlp.schema import Unit


@check("G201", FindingType.MISSING_LEAD)
def missing_lead(case: Case) -> Iterator[Draft]:
    """The template names {template} as lead; the local plan names no lead for it."""
    for block in case.blocks:
        if not _strangers(block, case):
            for unit in _unled(block, case):
                yield _draft(block, unit, None)


@check("G202", FindingType.DIFFERENT_LEAD)
def different_lead(case: Case) -> Iterator[Draft]:
    """The template names {template} as lead, the local plan {local}."""
    for block in case.blocks:
        strangers = _strangers(block, case)
        if strangers:
            for unit in _unled(block, case):
                yield _draft(block, unit, strangers[0])


@check("G203", FindingType.MISSING_CO)
def missing_co(case: Case) -> Iterator[Draft]:
    """The template names {template} as partner; the local plan does not."""
    for block in case.blocks:
        for unit in block.template.cos:
            there = answered(unit, (*block.local.all, *block.local.actors), case.same)
            if not there and not covered(unit, block.local):
                yield _draft(block, unit, None)


@check("N201", FindingType.EXTRA_CO)
def extra_co(case: Case) -> Iterator[Draft]:
    """The local plan names {local} as a further partner."""
    for block in case.blocks:
        for unit in block.local.cos:
            if not _wanted(unit, block, case):
                yield Draft(block.tasks, block.local_tasks, None, of_unit(unit), {"local": shown(unit)})


def _wanted(unit: Unit, block: Block, case: Case) -> bool:
    """A local task that carries out several of the template has the partners of them all."""
    beside = (other for other in case.blocks if set(other.local_tasks) & set(block.local_tasks))
    return any(
        any(case.same(shown(one), shown(unit)) for one in other.template.all) or covered(unit, other.template)
        for other in beside
    )


def _unled(block: Block, case: Case) -> Iterator[Unit]:
    """Yield the leads of the template of which the local tasks have no counterpart in the lead."""
    acting = () if block.local.all else block.local.actors
    for unit in block.template.leads:
        own = any(own_reference(other) for other in (*block.local.leads, *acting))
        if not own and not answered(unit, (*block.local.leads, *acting), case.same) and not _by_class(unit, block):
            yield unit


def _by_class(unit: Unit, block: Block) -> bool:
    return unit.is_class and any(other.is_class and other.kind == unit.kind for other in block.local.leads)


def _strangers(block: Block, case: Case) -> list[Unit]:
    """Return the local leads that are no counterpart of any lead of the template."""
    return [
        unit
        for unit in block.local.leads
        if not any(case.same(shown(one), shown(unit)) for one in block.template.leads)
    ]


def _draft(block: Block, template: Unit, local: Unit | None) -> Draft:
    fields = {"template": shown(template)} | ({"local": shown(local)} if local else {})
    return Draft(block.tasks, block.local_tasks, of_unit(template), of_unit(local) if local else None, fields)
