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
from policy_nlp.reading import SUPPORTED, Page, files_below, is_archive, read_bytes, read_page, split_member

_PLAIN = ".txt"
_ZIP = ".zip"


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
    """Return what `arguments` name, each file once; a folder or a zip archive stands for all plan files in it.

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
    member = split_member(path)
    whole = Path(member[0], member[1].replace("\\", "/")) if member else Path(path)
    stem = whole.stem if whole.suffix.lower() == _PLAIN else whole.name
    folders = [part.strip("./\\:") for part in whole.parts[:-1]]
    above = [folder for folder in folders if folder]
    longer = ["-".join([*above[start:], stem]) for start in range(len(above), -1, -1)]
    return [whole.stem, *longer, "-".join([*above, whole.name])]


def _identity(path: str) -> str:
    member = split_member(path)
    if path == STDIN or member is None:
        return path if path == STDIN else os.path.realpath(path)
    return "!".join([os.path.realpath(member[0]), member[1]])


def _inputs(argument: str) -> Iterable[Input]:
    path = Path(argument)
    if argument == STDIN or not (path.is_dir() or is_archive(path)):
        return [Input("", argument)]
    found = _in_folder(path) if path.is_dir() else _in_archive(argument)
    return found or [Input("", argument, InputError("no_plans", path=argument, supported=" ".join(SUPPORTED)))]


def _in_folder(folder: Path) -> list[Input]:
    found: list[Input] = []
    for file in sorted(files_below(folder)):
        if is_archive(file):
            found += _in_archive(str(file))
        elif file.suffix.lower() in SUPPORTED:
            found.append(Input("", str(file)))
    return found


def _in_archive(path: str) -> list[Input]:
    """The plans in an archive; one that cannot be opened is one input with its error."""
    from policy_nlp.reading.members import member_paths

    try:
        members = member_paths(Path(path))
    except InputError as error:
        return [Input("", path, error)]
    return [Input("", member) for member in members if _suffix(member) in (*SUPPORTED, _ZIP)]


def _suffix(path: str) -> str:
    return Path(path).suffix.lower()
