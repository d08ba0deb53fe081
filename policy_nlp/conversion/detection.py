"""Which files to read, and what format each of them has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from policy_nlp.conversion.formats import FORMATS, Format
from policy_nlp.conversion.names import FormatName
from policy_nlp.errors import InputError, PolicyNlpError
from policy_nlp.schema import Document
from policy_nlp.scoring.json_files import SUFFIXES, json_values


@dataclass(frozen=True, slots=True)
class Source:
    """A file of annotations, with its format or with what is wrong with it."""

    path: Path
    format: Format | None
    error: PolicyNlpError | None = None

    def documents(self) -> list[Document]:
        """Return the documents of the file; raises InputError where it cannot be read."""
        if self.format is None:
            raise self.error or InputError("format_unknown", path=str(self.path), formats=", ".join(FormatName))
        return list(self.format.read(self.path))


def sources(paths: Sequence[Path], name: FormatName | None = None) -> list[Source]:
    """Return the files that `paths` name, each once, in order; a folder stands for all such files in and below it.

    In a folder, files that fit no format are passed over. Raises InputError where a path has nothing to read.
    """
    found: dict[Path, Source] = {}
    for path in paths:
        for source in _sources(path, name):
            found.setdefault(source.path.resolve(), source)
    return list(found.values())


def detected(path: Path) -> Format | None:
    """Return the format of a file by its suffix and, where several share it, by its first value; None where none fits.

    Raises InputError where that first value is broken.
    """
    candidates = [form for form in FORMATS.values() if path.name.endswith(form.suffixes)]
    if not candidates or not path.name.endswith(SUFFIXES):
        return next(iter(candidates), None)
    _, value = next(iter(json_values(path)), ("", None))
    return next((form for form in candidates if form.fits(value)), None)


def _sources(path: Path, name: FormatName | None) -> Iterable[Source]:
    if path.is_dir():
        return _in_folder(path, name)
    form = FORMATS[name] if name else None
    place = form.group(path) if form else path
    if not path.exists() and not (form and place.parent.is_dir() and place != path):
        raise InputError("no_such_file", path=str(path))
    return [_source(path, form)]


def _in_folder(folder: Path, name: FormatName | None) -> list[Source]:
    suffixes = FORMATS[name].suffixes if name else tuple(end for form in FORMATS.values() for end in form.suffixes)
    files = sorted(file for file in folder.rglob("*") if file.name.endswith(suffixes) and not _hidden(file, folder))
    found = list(_fitting(files, name))
    if not found:
        raise InputError("no_annotations", path=str(folder), suffixes=" ".join(sorted(set(suffixes))))
    return found


def _fitting(files: Iterable[Path], name: FormatName | None) -> Iterator[Source]:
    for file in files:
        source = _source(file, FORMATS[name] if name else None)
        if source.format or source.error:
            yield source


def _source(path: Path, form: Format | None) -> Source:
    try:
        form = form or detected(path)
    except PolicyNlpError as error:
        return Source(path, None, error)
    return Source(form.group(path) if form else path, form)


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)
