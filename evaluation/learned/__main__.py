"""Measures what trained models are worth beside the rules where a layout or a subject was left out of training.

usage: python -m evaluation.learned [--corpus FOLDER] [--layouts N] [--subjects N] [--epochs N] [-j N] [-o FILE]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from evaluation.learned.folds import TRAINERS, Job, jobs
from evaluation.learned.report import report
from evaluation.learned.systems import Held, measured
from policy_nlp.learning.examples import read_corpus
from policy_nlp.learning.training import Device, Training
from policy_nlp.safe_files import make_folder, write_safely

ROOT = Path(__file__).parents[2]
HEAD = """# Figures of learned models

Made by `python -m evaluation.learned`. For every layout and every subject in the tables a model was trained on the
documents of train and dev that do not have it, nor follow the same template; it stopped by those of dev among them,
and on these the policies were chosen too. Then it read all documents that do have it. No document of the test split is
in these figures.

F1 with 95 % bootstrap intervals over documents: tasks exact to the character, bodies at their tasks with their role,
values of due times and targets.

- **rules**: rules alone. They were written with the documents of train in view, so that no layout here is new to them.
- **model**: the model alone, in the plans that the rules laid out.
- **hybrid**: both, by the policies chosen on dev.
- **filled**: what the model finds with a score of 0.9 or more where the rules find nothing, on every layer; it shows
  what the policies keep out.

p: approximate randomization against rules alone."""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus" / "built", help="the gold documents")
    parser.add_argument("--language", help="only this language")
    parser.add_argument("--kinds", nargs="+", default=["spacy"], choices=sorted(TRAINERS), help="which models")
    parser.add_argument("--layouts", type=int, default=8, help="how many layouts are left out, the most common ones")
    parser.add_argument("--subjects", type=int, default=5, help="how many subjects are left out, the most common ones")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--patience", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("-j", "--jobs", type=int, default=1, help="how many folds are measured at once")
    parser.add_argument("--work", type=Path, default=ROOT / "out" / "learned", help="keeps what models found")
    parser.add_argument("-o", "--output", type=Path, help="the file to write; standard output unless given")
    return parser.parse_args()


def settings(options: argparse.Namespace) -> str:
    """Return how the models were trained and on how much, in a sentence."""
    parts = [read_corpus(options.corpus).of(language) for language in ("zh", "en")]
    counts = " and ".join(f"{len(part.documents)} in {name}" for part, name in zip(parts, ("zh", "en"), strict=True))
    often = f"at most {options.epochs} epochs, {options.patience} without a better one end it, seed {options.seed}"
    return f"Train and dev together have {counts} documents. Training: {often}."


def listed(options: argparse.Namespace) -> Iterator[Job]:
    """Yield the folds that are asked for."""
    corpus = read_corpus(options.corpus, language=options.language)
    training = Training(seed=options.seed, epochs=options.epochs, patience=options.patience, device=Device.CPU)
    for kind in options.kinds:
        for language in corpus.languages:
            for trait, most in (("layout", options.layouts), ("subject", options.subjects)):
                yield from jobs(corpus.of(language), kind, trait=trait, most=most, training=training)


def all_measured(options: argparse.Namespace) -> list[Held]:
    """Return what came of all folds, in their order."""
    make_folder(options.work)
    work = partial(measured, work=options.work)
    found = list(listed(options))
    if options.jobs == 1:
        return [work(job) for job in found]
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(work, found))


def main() -> None:
    """Measure and write."""
    options = arguments()
    page = "\n\n".join([HEAD, settings(options), *report(all_measured(options))]) + "\n"
    if options.output:
        write_safely(options.output, page)
    else:
        sys.stdout.write(page)


if __name__ == "__main__":
    main()
