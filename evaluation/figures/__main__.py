"""Measures every published figure and prints the page.

usage: python -m evaluation.figures [--gold FOLDER]… [--annotators FOLDER FOLDER…] [--parts systems,gaps,…] [-o FILE]
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from evaluation.figures.report import agreement_figures, gaps_figures, pairs_figures, systems_figures

ROOT = Path(__file__).parents[2]
BUILT, SAMPLES = ROOT / "corpus" / "built", ROOT / "corpus" / "samples"
PARTS = ("systems", "gaps", "agreement", "pairs")


def figures(options: argparse.Namespace, work: Path) -> Iterator[str]:
    """Yield the page, paragraph by paragraph."""
    chosen = options.parts.split(",")
    yield "# Figures"
    yield "Made by `make figures`. Intervals: 95 % bootstraps over documents. README.md says how things are counted."
    for number, gold in enumerate(options.gold):
        yield f"## {_name(gold)}"
        if "systems" in chosen:
            yield from systems_figures(gold, work / str(number))
        if "gaps" in chosen:
            yield from gaps_figures(gold)
    if "agreement" in chosen:
        yield from agreement_figures(options.annotators)
    if "pairs" in chosen:
        yield "## Comparisons with known changes"
        yield from pairs_figures(plans=options.plans)


def _name(gold: Path) -> str:
    """The folder as seen from the project, or its last name where it lies elsewhere."""
    whole = gold.resolve()
    return str(whole.relative_to(ROOT)) if whole.is_relative_to(ROOT) else whole.name


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    own = BUILT if BUILT.is_dir() else SAMPLES
    parser.add_argument(
        "--gold", type=Path, nargs="+", default=[own], help="gold folders; the project's own unless given"
    )
    parser.add_argument("--annotators", type=Path, nargs="+", default=[], help="a folder of each annotator")
    parser.add_argument("--parts", default=",".join(PARTS), help="which figures, separated by commas")
    parser.add_argument("--plans", type=int, default=60, help="local plans drawn from each template")
    parser.add_argument("-o", "--output", type=Path, help="the file to write; standard output unless given")
    return parser.parse_args()


def main() -> None:
    """Measure and write."""
    options = arguments()
    with tempfile.TemporaryDirectory() as work:
        page = "\n\n".join(figures(options, Path(work))) + "\n"
    if options.output is None:
        print(page, end="")
    else:
        options.output.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
