"""What a command is to read: files, folders and standard input, each under an id of its own."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from policy_nlp.commands.options import STDIN
from policy_nlp.errors import InputError
from policy_nlp.reading import SUPPORTED, Page, read_bytes, read_page

_PLAIN = ".txt"


@dataclass(frozen=True, slots=True)
class Input:
    """One document to be read, or the reason why there is none."""

    id: str
    path: str
    error: InputError | None = None
    ocr: bool = False

    def page(self, encoding: str | None = None) -> Page:
        """Return the page; raises InputError where it cannot be read."""
        if self.error is not None:
            raise self.error
        if self.path == STDIN:
            return read_bytes(sys.stdin.buffer.read(), path=STDIN, encoding=encoding, ocr=self.ocr)
        return read_page(self.path, encoding=encoding, ocr=self.ocr)


def find_inputs(arguments: Sequence[str]) -> list[Input]:
    """Return what `arguments` name, each file once; a folder stands for all plan files in it and below it.

    >>> [item.id for item in find_inputs(["plans/dams.txt", "-", "plans/dams.txt"])]
    ['dams', 'stdin']
    """
    found = {_identity(item.path): item for argument in arguments for item in _inputs(argument)}
    names = unique_names([item.path for item in found.values()])
    return [Input(name, item.path, item.error) for name, item in zip(names, found.values(), strict=True)]


def find_input(argument: str) -> Input:
    """Return the one document that `argument` names.

    >>> find_input("dams.txt").path
    'dams.txt'
    """
    return Input("", argument)


def unique_names(paths: Sequence[str]) -> list[str]:
    """Return a name for each path: its stem, or as much more of the path as tells it from the others.

    >>> unique_names(["a/dams.txt", "b/dams.txt", "b/weirs.md", "-"])
    ['a-dams', 'b-dams', 'weirs', 'stdin']

    A text keeps its stem beside a page of the same name, since its gold file is called after it.

    >>> unique_names(["a/dams.html", "a/dams.txt"])
    ['dams.html', 'dams']
    """
    longer = [_names(path) for path in paths]
    names = [options[0] for options in longer]
    for step in range(1, max(map(len, longer), default=0)):
        taken = Counter(names)
        names = [
            options[min(step, len(options) - 1)] if taken[name] > 1 else name
            for name, options in zip(names, longer, strict=True)
        ]
    return _numbered(names)


def _numbered(names: Sequence[str]) -> list[str]:
    """`a/b.txt` and `a-b.txt` cannot be told apart by words: no result may lie on top of another."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name}~{seen[name]}")
    return found


def _names(path: str) -> list[str]:
    """Shorter and longer names of one file."""
    if path == STDIN:
        return ["stdin"]
    whole = Path(path)
    stem = whole.stem if whole.suffix.lower() == _PLAIN else whole.name
    folders = [part.strip("./\\:") for part in whole.parts[:-1]]
    above = [folder for folder in folders if folder]
    longer = ["-".join([*above[start:], stem]) for start in range(len(above), -1, -1)]
    return [whole.stem, *longer, "-".join([*above, whole.name])]


def _identity(path: str) -> str:
    return path if path == STDIN else os.path.realpath(path)


def _inputs(argument: str) -> Iterable[Input]:
    path = Path(argument)
    if argument == STDIN or not path.is_dir():
        return [Input("", argument)]
    files = sorted(file for file in path.rglob("*") if _is_plan_file(file, path))
    if not files:
        error = InputError("no_plans", path=argument, supported=" ".join(SUPPORTED))
        return [Input("", argument, error)]
    return [Input("", str(file)) for file in files]


def _is_plan_file(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.lower() in SUPPORTED and not hidden and file.is_file()
