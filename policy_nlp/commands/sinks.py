"""Where the results of a batch go: standard output, one file, or a file for each document in a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from policy_nlp.commands.inputs import Input
from policy_nlp.commands.options import STDIN
from policy_nlp.commands.output import show
from policy_nlp.errors import InputError
from policy_nlp.safe_files import make_folder, write_safely

Result = str | bytes
"""One document in some format; only text can stand below an opening."""
Sink = Callable[[str, Result], None]
"""Takes the id of a document and its result."""


def sink_for(output: str, arguments: Sequence[str], inputs: Sequence[Input], *, suffix: str, opening: str) -> Sink:
    """Return the place for results under `output`; `opening` stands once before each file.

    Raises InputError, before anything is read, where results would lie on top of one another or of an input.
    """
    if output == STDIN:
        return _stdout(opening)
    path = Path(output)
    if wants_folder(output, arguments, inputs):
        return _folder(path, suffix, opening)
    if any(item.path != STDIN and Path(item.path).resolve() == path.resolve() for item in inputs):
        raise InputError("output_is_input", path=output)
    return lambda name, result: write_safely(path, _below(opening, result))


def wants_folder(output: str, arguments: Sequence[str], inputs: Sequence[Input]) -> bool:
    """Return whether `output` has to be a folder: there are several inputs, or it or an argument is one.

    >>> wants_folder("out", ["a.txt"], [Input("a", "a.txt")]), wants_folder("out/", ["a.txt"], [Input("a", "a.txt")])
    (False, True)
    """
    return output != STDIN and (len(inputs) > 1 or any(map(_is_folder, [output, *arguments])))


def _is_folder(argument: str) -> bool:
    return argument.endswith("/") or Path(argument).is_dir()


def _stdout(opening: str) -> Sink:
    pending = [opening]

    def write(name: str, result: Result) -> None:
        show(_below("".join(pending), result))
        pending.clear()

    return write


def folder_at(output: str) -> Path:
    """Return the folder `output`, which need not be there yet; raises InputError where it is a file."""
    path = Path(output)
    if path.exists() and not path.is_dir():
        raise InputError("not_a_folder", path=output)
    return path


def _folder(path: Path, suffix: str, opening: str) -> Sink:
    folder_at(str(path))

    def write(name: str, result: Result) -> None:
        make_folder(path)
        write_safely(path / f"{name}{suffix}", _below(opening, result))

    return write


def _below(opening: str, result: Result) -> Result:
    return opening + result if isinstance(result, str) else result
