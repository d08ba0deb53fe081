"""The mistakes of comparing apart from those of extraction: gold plans compared, and the same plans extracted first.

usage: python -m evaluation.pairs.apart [--gold FOLDER] [--wrong]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path

from evaluation.pairs.gold import completed
from evaluation.pairs.tally import Tally, table
from policy_nlp.comparison import compare, comparison_json
from policy_nlp.schema import Document
from policy_nlp.scoring.counts import Counts
from policy_nlp.scoring.gaps import GAP_LAYERS, ComparedCases, GapMistake, gap_mistakes, read_compared
from policy_nlp.scoring.gaps.records import predicted_compared, sides

TRAIN = Path(__file__).parents[2] / "corpus" / "built" / "train"


class Given(Enum):
    """What the comparison is given of each plan."""

    GOLD = "gold plans compared"
    TEXT = "extracted, then compared"


def compared(gold: Path, given: Given) -> ComparedCases:
    """Return gold gaps beside the comparisons of the gold plans, or of what is extracted from their texts."""
    known = read_compared(gold, gold)
    if given is Given.TEXT:
        return known
    found = {}
    for name, pair in known.plans.items():
        template, local = (completed(document) for document in pair)
        found[name] = predicted_compared(comparison_json(compare(template, local)), sides(template, local))
    return ComparedCases(known.gold, found, known.plans)


def tallies(cases: ComparedCases) -> dict[str, Tally]:
    """Return the counts of each type over all pairs of plans."""
    counted = list(cases.tallies().values())
    return {layer: _summed([one[layer] for one in counted]) for layer in GAP_LAYERS}


def _summed(counts: Sequence[Counts]) -> Tally:
    return Tally(sum(one.gold for one in counts), sum(one.pred for one in counts), sum(one.tp for one in counts))


def both_tables(gold: Path) -> Iterator[tuple[str, str]]:
    """Yield the table of each way, under its name."""
    for given in Given:
        yield given.value, table(tallies(compared(gold, given)))


def wrong(cases: ComparedCases) -> Iterator[str]:
    """Yield a line for each mistake, with how the tasks begin that it is about."""
    for mistake in gap_mistakes(cases):
        template, local = cases.plans[mistake.comparison]
        yield f"{mistake.comparison} {mistake.cause.value} {mistake.type}: {_places(mistake, template, local)}"


def _places(mistake: GapMistake, template: Document, local: Document) -> str:
    sides_of = ((template, mistake.template), (local, mistake.local))
    above, below = (" | ".join(document.text[at : at + 30] for at in places) for document, places in sides_of)
    said = mistake.said.get("en") or " ".join(relation.value for relation in mistake.relations)
    return f"{above!r} → {below!r} {said}"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument(
        "--gold", type=Path, default=TRAIN, help="a gold folder with gaps; the training part unless given"
    )
    options.add_argument("--wrong", action="store_true", help="list each mistake")
    chosen = options.parse_args()
    for given in Given:
        cases = compared(chosen.gold, given)
        print(f"## {given.value}\n\n{table(tallies(cases))}\n")
        if chosen.wrong:
            print("\n".join(wrong(cases)))


if __name__ == "__main__":
    main()
