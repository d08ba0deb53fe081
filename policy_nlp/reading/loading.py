"""The bytes of a file or of a member of an archive, never more than a plan can have."""

from __future__ import annotations

from pathlib import Path

from policy_nlp.errors import InputError
from policy_nlp.reading.places import split_member

_LIMIT = 256 << 20


def load(path: str) -> bytes:
    """Return the bytes of the file or the member that `path` names; raises InputError where there is none."""
    member = split_member(path)
    if member is None or Path(path).exists():
        return load_bytes(Path(path))
    from policy_nlp.reading.members import load_member

    return load_member(*member)


def load_bytes(path: Path) -> bytes:
    """Return the bytes of the file at `path`; raises InputError where there is none, or one too large to be a plan.

    >>> load_bytes(Path("."))
    Traceback (most recent call last):
    policy_nlp.errors.InputError: .: is_folder
    """
    try:
        with path.open("rb") as file:
            # A device says nothing of its size, and a pipe may never end.
            data = file.read(_LIMIT + 1)
    except FileNotFoundError as error:
        raise InputError("no_such_file", path=str(path)) from error
    except IsADirectoryError as error:
        raise InputError("is_folder", path=str(path)) from error
    except (OSError, ValueError) as error:
        raise InputError("unreadable", path=str(path), cause=getattr(error, "strerror", None) or error) from error
    if len(data) > _LIMIT:
        raise InputError("too_large", path=str(path), limit=_LIMIT >> 20)
    return data
