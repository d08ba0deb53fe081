"""`python -m corpus.build [-o FOLDER]`: texts, gold files and the manifest from the marked-up plans."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.building.files import built_files, write_files
from corpus.building.sources import HOME
from corpus.building.whole import corpus_complaints, read_corpus
from policy_nlp.errors import InputError
from policy_nlp.messages import error_text

BUILT = HOME / "built"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the corpus; return 2 and write nothing where a source is wrong."""
    parser = argparse.ArgumentParser(prog="python -m corpus.build", description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=BUILT, metavar="FOLDER")
    options = parser.parse_args(arguments)
    try:
        corpus = read_corpus()
    except (InputError, ValueError) as error:
        return _refused(error_text(error, "en") if isinstance(error, InputError) else str(error))
    if wrong := "\n".join(corpus_complaints(corpus)):
        return _refused(wrong)
    write_files(built_files(corpus), options.output)
    print(f"{len(corpus.sources)} documents in {options.output}", file=sys.stderr)
    return 0


def _refused(cause: str) -> int:
    print(cause, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
