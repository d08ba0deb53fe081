"""What Spark costs to start, and from how many documents it pays against the pool of processes on the same cores.

usage: python -m evaluation.spark_cost [--cores N] [--sizes N,N,…] FILE...

For each size that many copies of the files are extracted by both engines, each from a cold start, in turn. A straight
line through the times gives the start and the time of one document.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import linear_regression

from evaluation.benchmark import row, seconds, table_head

SIZES = (10, 200, 1000)
PAGES = 100_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """The seconds that an engine takes: to start, and for each document."""

    start: float
    each: float


def commands(plans: Path, results: Path, cores: int) -> dict[str, list[str]]:
    """Return the command of each engine."""
    extract = [sys.executable, "-m", "policy_nlp", "--quiet", "extract", str(plans), "-o", str(results)]
    return {
        "pool": [*extract, "-j", str(cores)],
        "spark": [*extract, "--engine", "spark", "--master", f"local[{cores}]", "--shards", str(cores)],
    }


def copies(files: Sequence[Path], size: int, folder: Path) -> Path:
    """Make a folder with `size` plans out of `files`."""
    folder.mkdir()
    for number, file in enumerate(islice(cycle(files), size)):
        shutil.copy(file, folder / f"{number:06}{file.suffix}")
    return folder


def times(files: Sequence[Path], sizes: Sequence[int], cores: int) -> dict[str, list[float]]:
    """Return the seconds of each engine for each size."""
    taken: dict[str, list[float]] = {"pool": [], "spark": []}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            plans = copies(files, size, Path(folder) / "plans")
            for engine, command in commands(plans, Path(folder) / "results", cores).items():
                taken[engine].append(seconds(partial(_run, command)))
                shutil.rmtree(Path(folder) / "results")
    return taken


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, env=dict(os.environ))
    if done.returncode:
        raise SystemExit(done.stderr.decode(errors="replace"))


def line(sizes: Sequence[int], taken: Sequence[float]) -> Line:
    """Return the straight line through the seconds of some sizes."""
    found = linear_regression(sizes, taken)
    return Line(round(found.intercept, 6), round(found.slope, 6))


def pays_from(pool: Line, spark: Line) -> int | None:
    """Return the number of documents from which Spark is the faster one on the same cores, None where it never is."""
    gain = pool.each - spark.each
    return max(0, round((spark.start - pool.start) / gain)) if gain > 0 else None


def report(sizes: Sequence[int], taken: dict[str, list[float]]) -> Iterator[str]:
    """Yield the times of both engines, their lines, and from when Spark pays."""
    yield from table_head("documents", "pool, s", "Spark, s", "Spark / pool")
    for size, ours, theirs in zip(sizes, taken["pool"], taken["spark"], strict=True):
        yield row(f"{size:,}", f"{ours:.1f}", f"{theirs:.1f}", f"{theirs / ours:.2f}")
    pool, spark = line(sizes, taken["pool"]), line(sizes, taken["spark"])
    yield ""
    yield from table_head("", "pool", "Spark", "Spark / pool")
    yield row("start, s", f"{pool.start:.1f}", f"{spark.start:.1f}", _ratio(spark.start, pool.start))
    yield row("one document, ms", f"{pool.each * 1000:.1f}", f"{spark.each * 1000:.1f}", _ratio(spark.each, pool.each))
    found = pays_from(pool, spark)
    yield ""
    yield f"On the same cores Spark pays from {found:,} documents." if found else "On the same cores it never pays."


def _ratio(one: float, other: float) -> str:
    return f"{one / other:.2f}" if other > 0 else "–"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="plans, each as long as yours are")
    parser.add_argument("--cores", type=int, default=2, help="how many cores either engine may use")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="how many documents, separated by commas")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    lengths = [len(file.read_text(encoding="utf-8")) for file in options.files]
    print(f"{options.cores} cores, {sum(lengths) / len(lengths):,.0f} characters a document on average\n")
    print("\n".join(report(sizes, times(options.files, sizes, options.cores))))


if __name__ == "__main__":
    main()
