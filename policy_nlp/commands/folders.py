"""Writing several files at once: into a folder, or beside one file that was named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from policy_nlp.commands.options import STDIN
from policy_nlp.commands.output import show
from policy_nlp.errors import InputError
from policy_nlp.safe_files import make_folder, write_safely


def deliver_files(files: Mapping[str, bytes], output: str, *, is_one: bool, inputs: Sequence[Path] = ()) -> None:
    """Write `files` under `output`; the first is the chief one.

    `is_one`: the chief file holds all there is, so that `output` may name it; files of its stem then take the new stem.
    Raises InputError, before anything is written, where a file would lie on top of an input.
    """
    if output == STDIN:
        show(_only(files))
        return
    placed = _beside(files, Path(output)) if is_one and _is_file(output) else _inside(files, Path(output))
    read = {file.resolve() for path in inputs for file in ([path] if path.is_file() else path.rglob("*"))}
    for path in placed:
        if path.resolve() in read:
            raise InputError("output_is_input", path=str(path))
    for path, content in placed.items():
        make_folder(path.parent)
        write_safely(path, content)


def _only(files: Mapping[str, bytes]) -> bytes:
    """The one file; raises InputError where there are several, for standard output has room for one."""
    if len(files) > 1:
        raise InputError("not_a_folder", path=STDIN)
    return next(iter(files.values()))


def _is_file(output: str) -> bool:
    return bool(Path(output).suffix) and not output.endswith("/") and not Path(output).is_dir()


def _inside(files: Mapping[str, bytes], folder: Path) -> dict[Path, bytes]:
    if folder.exists() and not folder.is_dir():
        raise InputError("not_a_folder", path=str(folder))
    return {folder / name: content for name, content in files.items()}


def _beside(files: Mapping[str, bytes], chief: Path) -> dict[Path, bytes]:
    """The chief file under the name given, its companions of the same stem under the new stem."""
    first, *others = files
    stem = first.partition(".")[0]
    placed = {chief: files[first]}
    for name in others:
        own, _, suffix = name.partition(".")
        placed[chief.with_suffix(f".{suffix}") if own == stem else chief.with_name(name)] = files[name]
    return placed
