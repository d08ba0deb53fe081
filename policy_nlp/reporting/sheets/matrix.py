"""Who does what: a row for each task, a column for each body, ● where it leads and ○ where it takes part."""

from __future__ import annotations

from collections.abc import Mapping

from policy_nlp.messages import both
from policy_nlp.messages.catalogue import LANGUAGES
from policy_nlp.reporting.sheets.facts import Facts
from policy_nlp.reporting.sheets.record import Cell, Column, Sheet, column
from policy_nlp.schema import Document, Role, Unit

MARKS = {Role.LEAD: "●", Role.CO: "○", Role.ACTOR: "△"}
"""What stands in the matrix for each role; of two roles the first counts."""
_MARK_WIDTH = 5


def matrix_sheet(facts: Facts) -> Sheet:
    """Return the sheet of tasks by bodies, a total for each body in the last row; bodies in the order of the text."""
    marks = matrix(facts.document)
    bodies = {_name(unit): unit for unit in reversed(facts.document.units)}
    names = list(dict.fromkeys(name for _, name in marks))
    rows = [(row.number, row.title, *(marks.get((row.id, name), "") for name in names)) for row in facts.rows.values()]
    columns = (column("number"), column("title", 30), *(_body(bodies[name]) for name in names))
    totals = _totals(marks, names)
    return Sheet("matrix", columns, (*rows, *totals), frozen=2, totals=len(totals))


def matrix(document: Document) -> Mapping[tuple[str, str], str]:
    """Return the mark of each pair of a task's id and a body's name that the text binds together.

    >>> unit = Unit("DoE", (0, 3), Role.LEAD, ("t1",), name="Department of Energy")
    >>> matrix(Document("a", "en", "DoE", units=(unit,)))
    {('t1', 'Department of Energy'): '●'}
    """
    found: dict[tuple[str, str], str] = {}
    for role, mark in MARKS.items():
        for unit in document.units:
            for task in unit.tasks if unit.role is role else ():
                found.setdefault((task, _name(unit)), mark)
    return found


def _name(unit: Unit) -> str:
    return unit.name or unit.quote


def _body(unit: Unit) -> Column:
    """Each language shows the name that is known in it."""
    name, other = _name(unit), unit.name_other or _name(unit)
    own = "zh" if any("\u4e00" <= char <= "\u9fff" for char in name) else "en"
    return Column({lang: name if lang == own else other for lang in LANGUAGES}, _MARK_WIDTH, upright=True)


def _totals(marks: Mapping[tuple[str, str], str], names: list[str]) -> list[tuple[Cell, ...]]:
    """In how many tasks each body has a part."""
    if not names:
        return []
    title = " / ".join(both("matrix.total").values())
    return [("", title, *(sum(name == other for _, other in marks) for name in names))]
