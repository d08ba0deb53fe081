"""What reading a plan costs by the rules, and by the rules with a model beside them.

usage: python -m evaluation.cost [--models FOLDER…] [--rounds N] PLAN…

Each reader runs in a process of its own: the time from the start of the process until it has read a first short text,
on the clock and of the processor; then characters per second of processor time over each plan (the median of some
rounds), which a busy machine changes less than the clock; and the most memory that the process held. A model is asked
whatever its policies keep of what it says.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median

from evaluation.benchmark import row, table_head, text_of
from policy_nlp import parse
from policy_nlp.language import detect

ROUNDS = 5
RULES = "rules"
FIRST = {
    "zh": "一、改造泵站。2026年6月底前完成。（县水务局牵头）\n",
    "en": "1. The Water Agency shall report by 30 June 2027.\n",
}
_CHILD = "from evaluation.cost import child; child()"
_UNIT = 1024 if sys.platform == "darwin" else 1  # macOS counts bytes, Linux kilobytes

Read = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds to the first text, on the clock and of the processor; characters per second; megabytes at the most."""

    start: float
    work: float
    speed: float
    memory: float


def reader(model: str, language: str) -> Read:
    """Return what reads a text by the rules and, unless `model` is `rules`, by the model in that folder too."""
    rules = partial(parse, language=language)
    if model == RULES:
        return rules
    from policy_nlp.learning.loading import load_predictor

    predictor = load_predictor(Path(model), language=language)
    return lambda text: (rules(text), predictor.predict(text, language=language))


def child() -> None:
    """Measure one reader over one plan in this process and print what came out as JSON."""
    model, file, rounds, began = sys.argv[1:]
    text = text_of(Path(file))
    language = detect(text)
    read = reader(model, language)
    read(FIRST[language])
    started, work = time.time() - float(began), time.process_time()
    taken = median(_processor(partial(read, text)) for _ in range(int(rounds)))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _UNIT / 1024
    print(json.dumps(asdict(Cost(started, work, len(text) / taken, memory))))


def _processor(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that `work` takes once, in all its threads."""
    start = time.process_time()
    work()
    return time.process_time() - start


def cost(model: str, file: Path, *, rounds: int) -> Cost:
    """Return what the reader `model` costs on one plan, measured in a fresh process."""
    command = [sys.executable, "-c", _CHILD, model, str(file), str(rounds), str(time.time())]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    return Cost(**json.loads(done.stdout.splitlines()[-1]))


def table(files: Sequence[Path], models: Sequence[str], *, rounds: int) -> Iterator[str]:
    """Yield a table with a row for each reader of each plan; ratios are to the rules in the same run."""
    yield from table_head("plan", "reader", "start, s", "of it processor, s", "characters/s", "of the rules", "MB")
    for file in files:
        language = detect(text_of(file))
        own = None
        for model in (RULES, *(model for model in models if _speaks(model, language))):
            found = cost(model, file, rounds=rounds)
            own = own or found
            share = f"{found.speed / own.speed:.4f}"
            starts = f"{found.start:.1f}", f"{found.work:.1f}"
            yield row(file.stem, _name(model), *starts, f"{found.speed:,.0f}", share, f"{found.memory:,.0f}")


def _speaks(model: str, language: str) -> bool:
    from policy_nlp.learning.cards import read_card

    return language in read_card(Path(model)).languages


def _name(model: str) -> str:
    from policy_nlp.learning.cards import read_card

    return model if model == RULES else f"{RULES} + {read_card(Path(model)).kind}: {Path(model).name}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="PLAN", help="plans as UTF-8 text")
    parser.add_argument("--models", nargs="+", default=[], metavar="FOLDER", help="folders of trained models")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each plan is read; the median counts")
    options = parser.parse_args()
    for line in table(options.files, options.models, rounds=options.rounds):
        print(line, flush=True)


if __name__ == "__main__":
    main()
