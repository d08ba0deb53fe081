"""This package as a zip file that Python can import from: pure Python code travels to a cluster that way."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

_PACKAGE = "policy_nlp"


def package_zip(folder: Path) -> Path:
    """Return the path of a zip in `folder` with the code and the data of this package.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     "policy_nlp/pipeline.py" in ZipFile(package_zip(Path(folder))).namelist()
    True
    """
    path = folder / f"{_PACKAGE}.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        _add(archive, files(_PACKAGE), _PACKAGE)
    return path


def _add(archive: ZipFile, entry: Traversable, name: str) -> None:
    if entry.is_dir():
        for child in sorted(entry.iterdir(), key=lambda one: one.name):
            if child.name != "__pycache__":
                _add(archive, child, f"{name}/{child.name}")
    else:
        archive.writestr(name, entry.read_bytes())
