"""How fast: extraction beside a tokenizer over the same text, warm and cold, and growth to 20 MB.

The tokenizer is jieba for a Chinese file and spaCy's blank English one for an English file.

usage: python evaluation/benchmark.py [--rounds N] [--parts warm,cold,growth] [--megabytes N] FILE...
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from statistics import linear_regression, median

import jieba

from policy_nlp import parse
from policy_nlp.language import detect

Work = Callable[[], object]

ROUNDS = 5
MEGABYTE = 1_000_000
MISSING = ("", "skipped: spaCy is not installed", "", "")
IDEOGRAPHIC_SPACE = "\u3000"  # what pages put where they have lost a line break
JIEBA = """
import sys, jieba
jieba.dt.tmp_dir = sys.argv[1]
jieba.setLogLevel(60)
for _ in jieba.cut(open(sys.argv[2], encoding="utf-8-sig", newline="").read()):
    pass
"""
SPACY = """
import sys, spacy
tokenizer = spacy.blank("en").tokenizer
tokenizer(open(sys.argv[2], encoding="utf-8-sig", newline="").read())
"""


@dataclass(frozen=True, slots=True)
class Rival:
    """A tokenizer of one language: a function over a text, and a program that does the same from a cold start."""

    name: str
    cut: Callable[[str], object]
    program: str


def rival_of(text: str) -> Rival | None:
    """Return the tokenizer to be timed over `text`, None where it is not installed."""
    if detect(text) == "zh":
        return Rival("jieba.cut", _jieba, JIEBA)
    if find_spec("spacy") is None:
        return None
    return Rival("spaCy blank en", _spacy_tokenizer(), SPACY)


def _jieba(text: str) -> None:
    """Segment `text` to its end; the tokens are thrown away."""
    deque(jieba.cut(text), maxlen=0)


@cache
def _spacy_tokenizer() -> Callable[[str], object]:
    import spacy

    tokenizer: Callable[[str], object] = spacy.blank("en").tokenizer
    return tokenizer


def seconds(work: Work) -> float:
    """Return how long `work` takes once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turn(works: Mapping[str, Work], *, rounds: int) -> dict[str, float]:
    """Return the median seconds of each work; they take turns, so that a busy machine slows all of them alike."""
    for work in works.values():
        work()
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            times[name].append(seconds(work))
    return {name: median(taken) for name, taken in times.items()}


def text_of(file: Path) -> str:
    return file.read_bytes().decode("utf-8-sig")


def warm(files: Sequence[Path], *, rounds: int) -> Iterator[str]:
    """Yield a table of characters per second, everything loaded before the clock starts."""
    names = ("file", "characters", "extraction, characters/s", "tokenizer", "its characters/s", "times as fast")
    yield from table_head(*names)
    for file in files:
        text = text_of(file)
        rival = rival_of(text)
        if rival is None:
            yield row(file.name, f"{len(text):,}", *MISSING)
            continue
        works: dict[str, Work] = {"parse": partial(parse, text), "cut": partial(rival.cut, text)}
        taken = in_turn(works, rounds=rounds)
        ours, theirs = (f"{len(text) / taken[name]:,.0f}" for name in works)
        yield row(file.name, f"{len(text):,}", ours, rival.name, theirs, f"{taken['cut'] / taken['parse']:.2f}")


def cold(files: Sequence[Path], *, rounds: int, cache: str) -> Iterator[str]:
    """Yield a table of seconds from the start of a process to its end, jieba's cache being there."""
    yield from table_head("file", "policy_nlp extract, s", "tokenizer", "import it and cut, s", "times as fast")
    for file in files:
        rival = rival_of(text_of(file))
        if rival is None:
            yield row(file.name, *MISSING)
            continue
        ours = [sys.executable, "-m", "policy_nlp", "extract", str(file)]
        theirs = [sys.executable, "-c", rival.program, cache, str(file)]
        taken = in_turn({"extract": process(ours), "cut": process(theirs)}, rounds=rounds)
        own, other = (f"{taken[name]:.3f}" for name in ("extract", "cut"))
        yield row(file.name, own, rival.name, other, f"{taken['cut'] / taken['extract']:.2f}")


def process(command: Sequence[str]) -> Work:
    """Return work that runs `command` to its end and refuses a failure."""
    return lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=dict(os.environ))


def growth(file: Path, *, megabytes: int) -> Iterator[str]:
    """Yield a table of seconds for one line of 1, 2, 4, … MB, and the exponent with which time grows."""
    yield from table_head("MB on one line", "characters", "tasks found", "s", "characters/s")
    line = IDEOGRAPHIC_SPACE.join(text_of(file).split())
    points = []
    for size in sizes(megabytes):
        text = of_size(line, size * MEGABYTE)
        start = time.perf_counter()
        tasks = len(parse(text).tasks)
        taken = time.perf_counter() - start
        points.append((math.log(size), math.log(taken)))
        yield row(size, f"{len(text):,}", f"{tasks:,}", f"{taken:.2f}", f"{len(text) / taken:,.0f}")
    if len(points) > 1:
        yield f"\nTime grows with size to the power {linear_regression(*zip(*points, strict=True)).slope:.2f}."


def sizes(megabytes: int) -> list[int]:
    """Return 1, 2, 4, … below `megabytes`, and `megabytes` itself.

    >>> sizes(20)
    [1, 2, 4, 8, 16, 20]
    """
    powers = [2**power for power in range(megabytes.bit_length())]
    return [size for size in powers if size < megabytes] + [megabytes]


def of_size(line: str, size: int) -> str:
    """Return `line` repeated until it has `size` bytes in UTF-8."""
    repeats = size // len(line.encode()) + 1
    return (line * repeats).encode()[:size].decode(errors="ignore")


def table_head(*names: str) -> Iterator[str]:
    yield row(*names)
    yield row("---", *["---:"] * (len(names) - 1))


def row(*cells: object) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="plans as UTF-8 text")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="runs of each contestant; the median counts")
    parser.add_argument("--parts", default="warm,cold,growth", help="which tables, separated by commas")
    parser.add_argument("--megabytes", type=int, default=20, help="the longest line of the growth table")
    return parser.parse_args()


def main() -> None:
    options = arguments()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, medians of {options.rounds} runs in turn")
    with tempfile.TemporaryDirectory() as cache:
        jieba.dt.tmp_dir = cache
        jieba.setLogLevel(60)
        tables: dict[str, Callable[[], Iterator[str]]] = {
            "warm": lambda: warm(options.files, rounds=options.rounds),
            "cold": lambda: cold(options.files, rounds=options.rounds, cache=cache),
            "growth": lambda: growth(
                max(options.files, key=lambda file: file.stat().st_size), megabytes=options.megabytes
            ),
        }
        for part in options.parts.split(","):
            print(f"\n## {part.capitalize()}\n")
            for line in tables[part]():
                print(line, flush=True)


if __name__ == "__main__":
    main()
