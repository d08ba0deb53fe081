"""How long a comparison takes beside jieba.cut over the same two texts: reading both plans and comparing them.

usage: python -m evaluation.pairs.speed TEMPLATE LOCAL [--rounds N]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from policy_nlp.comparison import compare
from policy_nlp.comparison.words import segmenter
from policy_nlp.pipeline import parse


def medians(template: str, local: str, *, rounds: int) -> tuple[float, float]:
    """Return the seconds that cutting both texts and comparing both plans take; the two take turns."""

    def cut() -> None:
        for text in (template, local):
            for _ in segmenter().cut(text):
                pass

    def compared() -> None:
        compare(parse(template), parse(local))

    timed: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for seconds, run in zip(timed, (cut, compared), strict=True):
            found = _seconds(run)
            if number:
                seconds.append(found)
    return median(timed[0]), median(timed[1])


def _seconds(run: Callable[[], None]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("template", type=Path)
    options.add_argument("local", type=Path)
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    texts = [path.read_text(encoding="utf-8-sig") for path in (chosen.template, chosen.local)]
    cutting, comparing = medians(*texts, rounds=chosen.rounds)
    print(
        f"jieba.cut {cutting:.3f} s, reading and comparing {comparing:.3f} s: {comparing / cutting:.2f} times as long"
    )


if __name__ == "__main__":
    main()
