"""Files that are there complete or not at all."""

from __future__ import annotations

import os
import re
from pathlib import Path

from policy_nlp.errors import InputError

_DRAFT = re.compile(r"\..+\.\d{1,10}\.tmp")


def encoded(content: str | bytes) -> bytes:
    """Return `content` as bytes, text as UTF-8.

    >>> encoded("a"), encoded(b"b")
    (b'a', b'b')
    """
    return content if isinstance(content, bytes) else content.encode("utf-8", "replace")


def write_safely(path: Path, content: str | bytes) -> None:
    """Write `content` to `path` at once: a reader sees the old file or the whole new one.

    Raises InputError where that is not possible.
    """
    data = encoded(content)
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


def remove_drafts(folder: Path) -> None:
    """Remove what processes that were killed while they wrote have left in `folder`."""
    for draft in folder.glob(".*.tmp"):
        if _DRAFT.fullmatch(draft.name):
            draft.unlink(missing_ok=True)


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
