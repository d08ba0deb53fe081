"""What speaks for two tasks being counterparts: each part from 0 to 1, whatever it is worth."""

from __future__ import annotations

import math
from collections.abc import Iterator

from policy_nlp.comparison.assignment import Edge
from policy_nlp.comparison.entries import Entry
from policy_nlp.comparison.sides import SameBody, Sides
from policy_nlp.comparison.standing import Standing
from policy_nlp.comparison.weights import Vector, contained, cosine, mass

SHORTEST_TITLE = 6.0
"""A title that says less than this (a word or two of every plan) proves little by being found elsewhere."""
FEW_TERMS = 3.0
"""With so many terms that only two tasks share, two thirds of what such terms can prove is proved."""


def evidence(both: Sides, found: Standing, edge: Edge, same_body: SameBody) -> Iterator[tuple[str, float]]:
    """Yield the parts by name.

    `text`: how alike the words are; `as_usual`, beside other counterparts of these plans; `reworded`: how far those
    are from the same words. `taken_up`: the share of the template's task that the local one says, `asked_for` the
    reverse. `rare`: words that few other tasks say. `title`, `names` (quoted ones), `numbers`, `figures` (values of due
    times and targets), `units` (what is counted), `bodies`: what both have. `nearest_local`, `nearest_above`: how far
    ahead the other one is of all others on its side; `nearest`: neither is nearer to another. `place`: how far into the
    plans they stand; `number`, across languages: the same one.
    """
    row, column = edge
    template, local = both.template.entries[row], both.local.entries[column]
    above, below = both.template.texts[row], both.local.texts[column]
    yield "text", found.texts.get(edge, 0.0)
    yield "as_usual", found.as_usual(edge)
    yield "reworded", 1 - found.usual
    yield "taken_up", contained(above, below)
    yield "asked_for", contained(below, above)
    yield "rare", _proved(found.terms.told_by(template.terms.keys() & local.terms.keys()) / FEW_TERMS)
    yield "title", _titles(both, row, column)
    yield "names", _names(both, template, local)
    yield "numbers", _proved(found.numbers.told_by(template.numbers & local.numbers))
    yield "figures", _share(template.figures, local.figures)
    yield "units", float(bool(_counted(template) & _counted(local)))
    yield "bodies", _bodies(template, local, same_body)
    yield "nearest_local", found.lead(edge, 0)
    yield "nearest_above", found.lead(edge, 1)
    yield "nearest", float(found.is_best(edge))
    yield "place", _places(both, row, column)
    if not both.one_language:
        yield "number", float(bool(template.number) and template.number == local.number)


def _proved(much: float) -> float:
    return 1 - math.exp(-much)


def _places(both: Sides, row: int, column: int) -> float:
    """How far into the two plans the tasks stand."""
    far = abs((row + 0.5) / len(both.template.entries) - (column + 0.5) / len(both.local.entries))
    return float((1 - far) ** 2)


def _titles(both: Sides, row: int, column: int) -> float:
    """A title may be worded alike, or what is a task of its own on one side is a sentence on the other."""
    above, below = both.template.titles[row], both.local.titles[column]
    if not above or not below:
        return 0.0
    found = _found_in(above, both.local.texts[column]), _found_in(below, both.template.texts[row])
    return max(cosine(above, below), *found)


def _found_in(title: Vector, text: Vector) -> float:
    return float((contained(title, text) * min(1.0, mass(title) / SHORTEST_TITLE)) ** 3)


def _names(both: Sides, template: Entry, local: Entry) -> float:
    """Names that both quote, the fewer tasks quote them the more they say."""
    common = template.names & local.names
    if not common:
        return 0.0
    holders = sum(bool(entry.names & common) for said in (both.template, both.local) for entry in said.entries)
    return min(1.0, 2 / holders) * _share(template.names, local.names)


def _share(above: frozenset[str], below: frozenset[str]) -> float:
    return len(above & below) / min(len(above), len(below)) if above and below else 0.0


def _counted(entry: Entry) -> set[str]:
    """Return what the targets of a task count, shares apart: 次, 学时, homes."""
    counted = {(item.unit or "").casefold().removesuffix("s") for item in entry.targets}
    return counted - {"", "%"}


def _bodies(template: Entry, local: Entry, same_body: SameBody) -> float:
    above = {unit.name or unit.quote for unit in template.units}
    below = {unit.name or unit.quote for unit in local.units}
    if not above or not below:
        return 0.0
    return sum(one in below or any(same_body(one, other) for other in below) for one in above) / len(above)
