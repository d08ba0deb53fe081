"""`python -m corpus.build [-o FOLDER | --parquet FOLDER]`: texts, gold files and a manifest from marked-up plans."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.building.files import add_files, built_files, parquet_files, write_files
from corpus.building.sources import HOME
from corpus.building.whole import Corpus, corpus_complaints, read_corpus
from policy_nlp.errors import InputError
from policy_nlp.messages import error_text

BUILT = HOME / "built"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the corpus; return 2 and write nothing where a source is wrong."""
    parser = argparse.ArgumentParser(prog="python -m corpus.build", description=__doc__)
    where = parser.add_mutually_exclusive_group()
    where.add_argument("-o", "--output", type=Path, default=BUILT, metavar="FOLDER")
    where.add_argument("--parquet", type=Path, metavar="FOLDER", help="write only the splits as Parquet, into FOLDER")
    options = parser.parse_args(arguments)
    try:
        corpus = read_corpus()
        if wrong := "\n".join(corpus_complaints(corpus)):
            return _refused(wrong)
        folder = _written(corpus, options)
    except (InputError, ValueError) as error:
        return _refused(error_text(error, "en") if isinstance(error, InputError) else str(error))
    print(f"{len(corpus.sources)} documents in {folder}", file=sys.stderr)
    return 0


def _written(corpus: Corpus, options: argparse.Namespace) -> Path:
    folder: Path = options.parquet or options.output
    if options.parquet is None:
        write_files(built_files(corpus), folder)
    else:
        add_files(parquet_files(corpus), folder)
    return folder


def _refused(cause: str) -> int:
    print(cause, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
