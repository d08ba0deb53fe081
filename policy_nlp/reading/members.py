"""Zip archives of plans: the members that can be read, each under `archive.zip!member`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path, PurePosixPath

from policy_nlp.errors import InputError
from policy_nlp.reading.archive import Archive
from policy_nlp.reading.loading import load_bytes
from policy_nlp.reading.places import ARCHIVE, MARK

_MAC_FOLDER = "__MACOSX"
_UNSAFE = frozenset('\\:*?"<>|') | {chr(code) for code in range(32)}


def member_paths(path: Path) -> list[str]:
    """Return the path of each file in an archive, `archive.zip!member`; raises InputError for a damaged archive."""
    archive = _archive(path)
    return [f"{path}{MARK}{name}" for name in archive.names if not _is_hidden(name)]


def load_member(path: Path, member: str) -> bytes:
    """Return the bytes of a member.

    Raises InputError for an archive within the archive, and for a name that would lead out of a folder.
    """
    place = f"{path}{MARK}{member}"
    if not is_safe(member):
        raise InputError("unsafe_member", path=place)
    if member.lower().endswith(ARCHIVE):
        raise InputError("nested_archive", path=place)
    return _archive(path).read(member)


def is_safe(member: str) -> bool:
    """Return whether the name of a member stays below the folder that it would be unpacked into.

    >>> [is_safe(name) for name in ("2025/dams.docx", "../../x", "/etc/x", "C:\\\\x", "a\\nb")]
    [True, False, False, False, False]
    """
    parts = PurePosixPath(member).parts
    return not member.startswith("/") and ".." not in parts and not _UNSAFE & set(member)


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return _MAC_FOLDER in parts or any(part.startswith(".") and not part.startswith("..") for part in parts)


def _archive(path: Path) -> Archive:
    state = path.stat() if path.exists() else None
    changed = (state.st_mtime_ns, state.st_size) if state else (0, 0)
    return _opened(path, *changed) if state else Archive(load_bytes(path), str(path))


@lru_cache(maxsize=1)
def _opened(path: Path, changed: int, size: int) -> Archive:
    """The archive at hand: its members are mostly read one after another."""
    return Archive(load_bytes(path), str(path))
