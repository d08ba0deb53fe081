"""Writing results: to standard output, or to a file that is there complete or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from policy_nlp.commands.options import STDIN
from policy_nlp.errors import InputError

PIPE_CLOSED = 141
"""The status of a program whose reader went away, as shells report it."""


def show(content: str | bytes) -> None:
    """Write `content` to standard output, text as UTF-8 whatever the terminal is set to.

    Raises InputError where bytes that are no text would land on a terminal.
    """
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise InputError("no_text_for_terminal", path="-")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(_bytes(content))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # `policy-nlp … | head`: nobody reads on, and Python must not try to flush once more at the end.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(PIPE_CLOSED) from None


def deliver(content: str | bytes, output: str) -> None:
    """Write `content` to the file `output`, or to standard output where that is `-`."""
    if output == STDIN:
        show(content)
    else:
        write_safely(Path(output), content)


def write_safely(path: Path, content: str | bytes) -> None:
    """Write `content` to `path` at once: a reader sees the old file or the whole new one.

    Raises InputError where that is not possible.
    """
    data = _bytes(content)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        raise InputError("unwritable", path=str(path), cause=error.strerror or error) from error


def make_folder(path: Path) -> None:
    """Make the folder `path` where there is none; raises InputError where that is not possible."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError("unwritable", path=str(path), cause=error.strerror or error) from error


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "replace")


def _replace(path: Path, data: bytes) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
