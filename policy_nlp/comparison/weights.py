"""What a term tells in this very pair of plans: little where every task has it, much where one or two do."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each term; one that no task has weighs as much as the rarest."""

    known: Mapping[str, float]
    rarest: float

    def of(self, term: str) -> float:
        """Return the weight of `term`."""
        return self.known.get(term, self.rarest)

    def vector(self, terms: Mapping[str, int]) -> Vector:
        """Return the terms with their weights; a term that stands more than once gains less each time."""
        known, rarest = self.known, self.rarest
        return {
            term: known.get(term, rarest) if count == 1 else (1 + math.log(count)) * known.get(term, rarest)
            for term, count in terms.items()
        }


def weigh(passages: Iterable[Mapping[str, int]]) -> Weights:
    """Return the weights of the terms of `passages`: the logarithm of in how few of them each stands.

    >>> weights = weigh([{"水库": 1, "巡查": 1}, {"水库": 1, "宣传": 1}])
    >>> weights.of("水库") < weights.of("宣传")
    True
    """
    counts: Counter[str] = Counter()
    total = 0
    for passage in passages:
        counts.update(passage.keys())
        total += 1
    return Weights({term: math.log(1 + total / count) for term, count in counts.items()}, math.log(1 + total))


def mass(vector: Vector) -> float:
    """Return how much a passage says.

    >>> mass({"水库": 1.5, "巡查": 2.0})
    3.5
    """
    return sum(vector.values())


def shared(one: Vector, other: Vector) -> float:
    """Return how much of `one` the passage `other` says too.

    >>> shared({"水库": 1.5, "巡查": 2.0}, {"巡查": 9.0})
    2.0
    """
    if len(one) > len(other):
        return sum(one[term] for term in other if term in one)
    return sum(weight for term, weight in one.items() if term in other)


def contained(one: Vector, other: Vector) -> float:
    """Return the share of `one` that `other` says too; 0 where `one` says nothing.

    >>> contained({"水库": 2.0, "巡查": 2.0}, {"巡查": 9.0})
    0.5
    """
    whole = mass(one)
    return shared(one, other) / whole if whole else 0.0


def cosine(one: Vector, other: Vector) -> float:
    """Return how alike two passages are: 1 for the same words in the same proportion.

    >>> round(cosine({"水库": 2.0, "巡查": 2.0}, {"水库": 2.0, "巡查": 2.0}), 6)
    1.0
    """
    norm = math.sqrt(sum(weight * weight for weight in one.values()) * sum(w * w for w in other.values()))
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * large[term] for term, weight in small.items() if term in large) / norm if norm else 0.0


def cosines(ones: Sequence[Vector], others: Sequence[Vector]) -> dict[tuple[int, int], float]:
    """Return the cosine of each passage of `ones` with each of `others` that shares a term with it, by their places.

    >>> cosines([{"水库": 2.0}], [{"宣传": 1.0}, {"水库": 1.0}])
    {(0, 1): 1.0}
    """
    standing: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, other in enumerate(_unit(vector) for vector in others):
        for term, weight in other.items():
            standing[term].append((place, weight))
    found: dict[tuple[int, int], float] = {}
    for row, one in enumerate(_unit(vector) for vector in ones):
        sums: defaultdict[int, float] = defaultdict(float)
        for term, weight in one.items():
            for place, other_weight in standing.get(term, ()):
                sums[place] += weight * other_weight
        found.update({(row, place): min(total, 1.0) for place, total in sums.items()})
    return found


def _unit(vector: Vector) -> dict[str, float]:
    norm = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {term: weight / norm for term, weight in vector.items()}
