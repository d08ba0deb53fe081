"""Responsibility blocks: the bodies that the template names for some tasks, and those of their counterparts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policy_nlp.comparison.alignment import Alignment
from policy_nlp.comparison.bodies import shown
from policy_nlp.comparison.entries import Entry
from policy_nlp.comparison.lexicon import lexicon
from policy_nlp.comparison.sides import SameBody
from policy_nlp.lexicon.load import LANGUAGES
from policy_nlp.schema import Document, Role, Unit
from policy_nlp.text.folding import fold

_LOOK_BEHIND = 12
_CLOSE_BEHIND = 3
_DEPARTMENT = "department"
_GOVERNMENT = "government"


@dataclass(frozen=True, slots=True)
class Responsible:
    """The bodies answerable on one side, and whether the list is open (等部门)."""

    leads: tuple[Unit, ...]
    cos: tuple[Unit, ...]
    actors: tuple[Unit, ...]
    is_open: bool

    @property
    def all(self) -> tuple[Unit, ...]:
        """All bodies of the block."""
        return (*self.leads, *self.cos)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the template for one of its tasks, with the bodies of all the local tasks that carry that one out."""

    tasks: tuple[str, ...]
    local_tasks: tuple[str, ...]
    template: Responsible
    local: Responsible


def blocks(alignment: Alignment, template: Document, local: Document) -> Iterator[Block]:
    """Yield the blocks of the template, for each task that they cover and that has a local counterpart.

    A local plan may hand the tasks of one block to different bodies, so each task is looked at by itself.
    """
    for entry, locals_ in (
        (alignment.both.template.entries[row], alignment.locals_of(row)) for row in alignment.partners
    ):
        above = _responsible(entry.bodies(Role.LEAD, Role.CO), template)
        if above.all:
            below = _responsible(_units(locals_), local)
            if _leads_by_place(above, template) and not below.leads:
                below = _first_leads(below)
            yield Block((entry.id,), tuple(one.id for one in locals_), above, below)


def _units(entries: Sequence[Entry]) -> list[Unit]:
    return list({(unit.span, unit.role): unit for entry in entries for unit in entry.units}.values())


def _responsible(units: Sequence[Unit], document: Document) -> Responsible:
    of = {role: tuple(unit for unit in units if unit.role is role) for role in Role}
    open_list = lexicon(document.language).open_list
    behind = (fold(document.text[unit.span[1] : unit.span[1] + _LOOK_BEHIND]) for unit in units)
    return Responsible(of[Role.LEAD], of[Role.CO], of[Role.ACTOR], any(open_list.match(text) for text in behind))


def _leads_by_place(side: Responsible, document: Document) -> bool:
    """Return whether a list tells its lead by nothing but standing first (列第一位者为牵头单位)."""
    if not side.leads or not side.cos:
        return False
    known = lexicon(document.language)
    start, end = min(unit.span[0] for unit in side.all), max(unit.span[1] for unit in side.all)
    around = fold(document.text[max(0, start - _LOOK_BEHIND) : end + _CLOSE_BEHIND])
    between = fold(document.text[side.leads[-1].span[1] : side.cos[0].span[0]])
    return bool(known.list_gap.fullmatch(between)) and not known.lead_word.search(around)


def _first_leads(side: Responsible) -> Responsible:
    """Return a side whose lists are in the same manner, the first body of each in the lead."""
    first: dict[tuple[str, ...], Unit] = {}
    for unit in sorted(side.cos, key=lambda unit: unit.span):
        first.setdefault(unit.tasks, unit)
    leads = tuple(first.values())
    return replace(side, leads=leads, cos=tuple(unit for unit in side.cos if unit not in leads))


def answered(unit: Unit, others: Sequence[Unit], same: SameBody) -> bool:
    """Return whether one of `others` is the counterpart of `unit`."""
    return any(same(shown(unit), shown(other)) for other in others)


def covered(unit: Unit, side: Responsible) -> bool:
    """Return whether a class of bodies on the other side covers `unit`: 有关部门, 等部门, 各级政府, 各地."""
    if side.is_open and unit.kind == _DEPARTMENT:
        return True
    return any(_covers(other, unit) for other in side.all)


def _covers(other: Unit, unit: Unit) -> bool:
    if _is_departments(other) or _is_departments(unit):
        return other.kind == unit.kind == _DEPARTMENT
    if _is_governments(other) or _is_governments(unit):
        return _governs(other) and _governs(unit)
    return other.is_class and unit.is_class and other.kind == unit.kind


def _governs(unit: Unit) -> bool:
    return unit.kind == _GOVERNMENT or _is_governments(unit)


def _is_departments(unit: Unit) -> bool:
    return any(lexicon(name).any_department.search(fold(unit.quote)) for name in LANGUAGES)


def _is_governments(unit: Unit) -> bool:
    return any(lexicon(name).any_government.search(fold(unit.quote)) for name in LANGUAGES)


def own_reference(unit: Unit) -> bool:
    """Return whether a unit is how a plan speaks of its own issuer (我局)."""
    return any(lexicon(name).self_reference.match(fold(unit.quote)) for name in LANGUAGES)
