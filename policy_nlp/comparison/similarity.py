"""How much two tasks speak of the same thing, and what says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from policy_nlp.comparison.entries import Entry
from policy_nlp.comparison.verdicts import Edge, Verdicts
from policy_nlp.comparison.weights import Vector, Weights, contained, cosine, cosines, mass, weigh

EVIDENCE = {"text": 1.0, "title": 0.35, "names": 0.25, "place": 0.4, "meaning": 0.5, "verdict": 0.5}
"""How much each part counts. `place`, across languages: what a translation keeps, the order and the numbering."""
CIRCUMSTANCES_COUNT = 0.3
NEAR = 0.5
"""What a model finds nearer than this is worth a look, however it is worded."""
CLEARLY_ALIKE = 0.25
"""Where two texts have less than this in common, standing in the same place proves the less."""
CIRCUMSTANCES = {"section": 0.4, "bodies": 0.25, "figures": 0.35}
SHORTEST_TITLE = 6.0
"""A title that says less than this (a word or two of every plan) proves little by being found elsewhere."""
FLOOR = 0.2
"""Below this score two tasks do not speak of the same thing."""
FLOOR_ACROSS = 0.4
"""The same across languages, where concepts are fewer than words and more of them meet by chance."""
STEEP = 3
"""One good pair is worth more than two poor ones that come of pulling it apart."""
_WORTH_A_LOOK = 0.08

SameBody = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Score:
    """How alike two tasks are. `evidence` has the parts from which `value` was made.

    `worth` is what the pair is worth to the alignment: circumstances may lift it above 1, so that of two tasks in the
    same words the one in its own section is worth more.
    """

    value: float
    evidence: Mapping[str, float]
    worth: float = 0.0


@dataclass(frozen=True, slots=True)
class Said:
    """The tasks of one plan with the vectors of their words, in the same order."""

    entries: tuple[Entry, ...]
    texts: tuple[Vector, ...]
    titles: tuple[Vector, ...]
    headings: tuple[Vector, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Both plans, their words weighed by how well they tell the tasks of this pair apart."""

    template: Said
    local: Said
    weights: Weights

    @property
    def one_language(self) -> bool:
        """Whether all tasks are written in one language."""
        return len({entry.language for said in (self.template, self.local) for entry in said.entries}) <= 1


def sides(template: Sequence[Entry], local: Sequence[Entry]) -> Sides:
    """Return both plans with their words weighed."""
    weights = weigh(entry.terms for entry in (*template, *local))
    return Sides(_said(template, weights), _said(local, weights), weights)


def _said(entries: Sequence[Entry], weights: Weights) -> Said:
    return Said(
        tuple(entries),
        tuple(weights.vector(entry.terms) for entry in entries),
        tuple(weights.vector(entry.title) for entry in entries),
        tuple(weights.vector(entry.heading) for entry in entries),
    )


def scores(
    both: Sides,
    same_body: SameBody,
    meanings: Mapping[Edge, float] | None = None,
    verdicts: Verdicts | None = None,
) -> dict[Edge, Score]:
    """Return the scores that are not below the floor, by the places of the two tasks in their plans.

    `meanings` says how near a model finds them, `verdicts` whether another takes one for carried out by the other;
    without models the words decide alone.
    """
    meanings = meanings or {}
    texts = cosines(both.template.texts, both.local.texts) | _same_words(both)
    found = {}
    floor = FLOOR if both.one_language else FLOOR_ACROSS
    near = {edge for edge, value in meanings.items() if value >= NEAR}
    edges = sorted(_candidates(both, texts) | near)
    said = verdicts(edges) if verdicts else {}
    for edge in edges:
        models = {"meaning": meanings.get(edge), "verdict": said.get(edge)}
        score = _score(both, edge, texts.get(edge, 0.0), models, same_body)
        if score.value >= floor:
            found[edge] = score
    return found


def candidates(both: Sides) -> list[Edge]:
    """Return the places of tasks that are worth a look by their words and the names that they quote, sorted."""
    return sorted(_candidates(both, cosines(both.template.texts, both.local.texts) | _same_words(both)))


def _same_words(both: Sides) -> dict[tuple[int, int], float]:
    """Two tasks of the same words are alike even where those words say nothing of a matter."""
    standing: defaultdict[str, list[int]] = defaultdict(list)
    for column, local in enumerate(both.local.entries):
        standing["".join(local.task.quote.split())].append(column)
    rows = enumerate(both.template.entries)
    return {(row, column): 1.0 for row, one in rows for column in standing.get("".join(one.task.quote.split()), ())}


def _candidates(both: Sides, texts: Mapping[tuple[int, int], float]) -> set[tuple[int, int]]:
    named = {
        (row, column)
        for row, template in enumerate(both.template.entries)
        if template.names
        for column, local in enumerate(both.local.entries)
        if template.names & local.names
    }
    return named | {edge for edge, text in texts.items() if text >= _WORTH_A_LOOK}


def _score(both: Sides, edge: Edge, text: float, models: Mapping[str, float | None], same_body: SameBody) -> Score:
    """What two tasks speak of decides; circumstances can only add to it."""
    evidence = dict(_evidence(both, *edge, text, models))
    topic = 1 - prod(1 - EVIDENCE[name] * value for name, value in evidence.items())
    if topic * (1 + CIRCUMSTANCES_COUNT) < FLOOR:
        return Score(topic, evidence)
    around = dict(_circumstances(both, *edge, same_body))
    whole = sum(CIRCUMSTANCES[name] for name in around)
    share = sum(CIRCUMSTANCES[name] * value for name, value in around.items()) / whole if whole else 0.0
    whole_value = topic * (1 + CIRCUMSTANCES_COUNT * share)
    shown = {name: round(part, 3) for name, part in (evidence | around).items()}
    return Score(min(1.0, whole_value), shown, whole_value**STEEP)


def _evidence(
    both: Sides, row: int, column: int, text: float, models: Mapping[str, float | None]
) -> Iterator[tuple[str, float]]:
    """Yield what tells of the matter itself; each part alone can make two tasks alike."""
    template, local = both.template.entries[row], both.local.entries[column]
    yield "text", text
    yield "title", _titles(both, row, column)
    yield "names", _names(both, template, local)
    if template.language != local.language:
        yield "place", _places(both, row, column) * min(1.0, text / CLEARLY_ALIKE)
    yield from ((name, value) for name, value in models.items() if value is not None)


def _places(both: Sides, row: int, column: int) -> float:
    """How far in two plans the tasks stand, and whether their numbers are the same."""
    template, local = both.template.entries[row], both.local.entries[column]
    far = abs((row + 0.5) / len(both.template.entries) - (column + 0.5) / len(both.local.entries))
    numbered = bool(template.number) and template.number == local.number
    return float((1 - far) ** 8) * (0.5 + 0.5 * numbered)


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
    return min(1.0, 2 / holders) * len(common) / min(len(template.names), len(local.names))


def _circumstances(both: Sides, row: int, column: int, same_body: SameBody) -> Iterator[tuple[str, float]]:
    template, local = both.template.entries[row], both.local.entries[column]
    above, below = both.template.headings[row], both.local.headings[column]
    if above and below:
        yield "section", (cosine(above, below) + (template.section_type is local.section_type)) / 2
    if template.figures and local.figures:
        yield "figures", len(template.figures & local.figures) / min(len(template.figures), len(local.figures))
    if template.units and local.units:
        yield "bodies", _bodies(template, local, same_body)


def _bodies(template: Entry, local: Entry, same_body: SameBody) -> float:
    above = {unit.name or unit.quote for unit in template.units}
    below = {unit.name or unit.quote for unit in local.units}
    found = sum(one in below or any(same_body(one, other) for other in below) for one in above)
    return found / len(above)
