"""Where plans lie: files, folders, and members of zip archives, named `archive.zip!member`."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

ARCHIVE = ".zip"
MARK = "!"


def files_below(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and below it in order; hidden ones, links, pipes and devices are passed over.

    >>> list(files_below(Path("no/such/folder")))
    []
    """
    for top, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(top, name) for name in sorted(names) if not name.startswith("."))
        yield from (path for path in paths if stat.S_ISREG(path.lstat().st_mode))


def is_archive(path: Path) -> bool:
    """Return whether a path names a zip archive rather than a document.

    >>> is_archive(Path("plan.docx"))
    False
    """
    return path.suffix.lower() == ARCHIVE and path.is_file()


def split_member(path: str) -> tuple[Path, str] | None:
    """Return the archive and the member that a path names, None for the path of a file.

    >>> split_member("plans.zip!2025/dams.docx"), split_member("plan!.docx")
    ((PosixPath('plans.zip'), '2025/dams.docx'), None)
    """
    archive, mark, member = path.partition(ARCHIVE + MARK)
    return (Path(archive + ARCHIVE), member) if mark and member else None
