"""`python -m corpus.check [FILE…]`: what the guideline does not allow in plans; `--show` lists what is annotated."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.building.outline import outline
from corpus.building.sources import complaints, read_file, source_paths
from corpus.building.whole import corpus_complaints, read_corpus
from policy_nlp.errors import InputError
from policy_nlp.messages import error_text


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the given files, else all plans; return 2 where something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m corpus.check", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true", help="list the annotations with their ids")
    options = parser.parse_args(arguments)
    wrong = [line for path in options.files or source_paths() for line in _checked(path, show=options.show)]
    if not wrong and not options.files:
        wrong = _links_checked()
    print("\n".join(wrong) or "nothing wrong", file=sys.stderr)
    return 2 if wrong else 0


def _links_checked() -> list[str]:
    try:
        return list(corpus_complaints(read_corpus()))
    except ValueError as error:
        return [str(error)]


def _checked(path: Path, *, show: bool) -> list[str]:
    try:
        marked = read_file(path)
    except InputError as error:
        return [error_text(error, "en")]
    except UnicodeDecodeError as error:
        return [f"{path}: not UTF-8: {error}"]
    if show:
        print("\n".join(outline(marked.document)))
    return list(complaints(path, marked))


if __name__ == "__main__":
    sys.exit(main())
