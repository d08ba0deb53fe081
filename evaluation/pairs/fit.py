"""Fits what each part of the evidence for a pair of tasks is worth, and prints `policy_nlp/comparison/evidence.toml`.

usage: python -m evaluation.pairs.fit [--gold FOLDER] [--plans N] > policy_nlp/comparison/evidence.toml

A logistic regression over all pairs of tasks that are worth a look, whose weights may not be negative: nothing that two
tasks have in common speaks against them. The training part of the corpus and of the generator's templates is read, no
other. Each source counts the same, however many pairs it has.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from evaluation.pairs.known import KnownPair, of_corpus, of_generator, of_translations
from policy_nlp.comparison.bodies import counterparts
from policy_nlp.comparison.concepts import readers
from policy_nlp.comparison.entries import entries
from policy_nlp.comparison.evidence import evidence
from policy_nlp.comparison.sides import sides
from policy_nlp.comparison.standing import candidates, standing

Table = np.ndarray
Source = tuple[Table, Table]
"""The evidence of each pair of tasks, a row each, and whether they are counterparts."""

STEPS = 6000
RATE = 2.0
SHRINK = 0.002
"""How much large weights are held against."""
MODELS = {"meaning": 8.0, "verdict": 5.0}
"""The weights of what models say: set by hand, for none is shipped that they could be fitted with."""
TRAIN = Path(__file__).parents[2] / "corpus" / "built" / "train"


def examples(pair: KnownPair) -> Iterator[tuple[dict[str, float], bool]]:
    """Yield the evidence for each pair of tasks that a comparison would look at, and whether they are counterparts."""
    template, local = pair.template, pair.local
    above, below = readers(template.language, local.language)
    both = sides(entries(template, above), entries(local, below))
    same = counterparts(template.language, local.language)
    found = standing(both)
    for row, column in candidates(both, found):
        ids = both.template.entries[row].id, both.local.entries[column].id
        yield dict(evidence(both, found, (row, column), same)), ids in pair.edges


def source(pairs: Iterable[KnownPair]) -> tuple[list[str], Source]:
    """Return the names of the parts, and the examples of `pairs` as arrays."""
    rows = [example for pair in pairs for example in examples(pair)]
    names = list(rows[0][0])
    parts = np.array([[found[name] for name in names] for found, _ in rows])
    return names, (parts, np.array([float(right) for _, right in rows]))


def fitted(sources: list[Source]) -> tuple[float, Table]:
    """Return what is believed before any evidence, and the weight of each part, by gradient descent."""
    parts, right = np.vstack([one for one, _ in sources]), np.concatenate([other for _, other in sources])
    counts = np.concatenate([np.full(len(other), 1 / len(other) / len(sources)) for _, other in sources])
    before, weights = 0.0, np.zeros(parts.shape[1])
    for _ in range(STEPS):
        off = counts * (1 / (1 + np.exp(-(parts @ weights + before))) - right)
        before -= RATE * float(off.sum())
        weights = np.maximum(weights - RATE * (parts.T @ off + SHRINK * weights), 0.0)
    return before, weights


def written(heading: str, names: list[str], before: float, weights: Table) -> str:
    """Return a table of the file."""
    lines = [f"[{heading}]", f"before = {before:.2f}", "", f"[{heading}.weights]"]
    lines += [f"{name} = {weight:.2f}" for name, weight in zip(names, weights, strict=True) if weight >= 0.005]
    return "\n".join([*lines, *(f"{name} = {weight}" for name, weight in MODELS.items())])


def main() -> None:
    """Fit and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gold", type=Path, default=TRAIN, help="the training part of a gold corpus")
    options.add_argument("--plans", type=int, default=10, help="local plans for each template of the generator")
    chosen = options.parse_args()
    print("# What each part of the evidence for a pair of tasks is worth, in logarithms of odds.")
    print("# Made by `python -m evaluation.pairs.fit`; only those of models, `meaning` and `verdict`, are set by hand.")
    corpus = list(of_corpus(chosen.gold))
    one = [pair for pair in corpus if pair.template.language == pair.local.language]
    other = [pair for pair in corpus if pair.template.language != pair.local.language]
    read: dict[str, list[list[KnownPair]]] = {
        "one_language": [one, list(of_generator(plans=chosen.plans))],
        "two_languages": [[*other, *of_translations(chosen.gold)]],
    }
    for heading, sources in read.items():
        found = [source(pairs) for pairs in sources if pairs]
        print(f"\n{written(heading, found[0][0], *fitted([table for _, table in found]))}")


if __name__ == "__main__":
    main()
