"""Gold and prediction files: finding them, reading them, and saying where one is broken."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError

GOLD_SUFFIX = ".gold.json"
_SUFFIXES = (".json", ".jsonl")


@dataclass(frozen=True, slots=True)
class Entry:
    """A JSON object that describes a document: the file, the place in it, and the object itself."""

    path: Path
    place: str
    data: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The id that gold and prediction are matched by."""
        return str(self.data["id"])

    def error(self, code: str, **fields: object) -> InputError:
        """Return an error that names this file and place."""
        return InputError(code, path=str(self.path), place=self.place, **fields)


def gold_entries(path: Path) -> dict[str, Entry]:
    """Return the gold objects of a file or a folder, by id.

    In a folder every `*.gold.json` counts; where there is none, every JSON file, so that extractions can stand in for
    gold. Raises InputError where there is nothing, where JSON is broken or where two objects have one id.
    """
    files = _files(path)
    gold = [file for file in files if file.name.endswith(GOLD_SUFFIX)]
    return _by_id(path, gold or files)


def predicted_entries(path: Path) -> dict[str, Entry]:
    """Return the predicted objects of a file or a folder, by id; gold files count only where nothing else is there."""
    files = _files(path)
    predicted = [file for file in files if not file.name.endswith(GOLD_SUFFIX)]
    return _by_id(path, predicted or files)


def text_of(entry: Entry) -> str:
    """Return the raw text that a gold object's spans index: its own `text`, else that of `NAME.txt` beside the file."""
    if isinstance(entry.data.get("text"), str):
        return str(entry.data["text"])
    path = entry.path.with_name(entry.path.name.removesuffix(".json").removesuffix(".gold") + ".txt")
    if not path.is_file():
        raise entry.error("gold_without_text", expected=path.name)
    return _decoded(path)


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise InputError("no_such_file", path=str(path))
    return sorted(file for file in path.rglob("*") if file.suffix in _SUFFIXES and file.is_file())


def _by_id(path: Path, files: Iterable[Path]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for file in files:
        for entry in _entries(file):
            if entry.id in entries:
                raise entry.error("id_twice", id=entry.id, other=entries[entry.id].path.name)
            entries[entry.id] = entry
    if not entries:
        raise InputError("no_documents", path=str(path))
    return entries


def _entries(file: Path) -> Iterator[Entry]:
    for line, source in _sources(file):
        place = f"line {line}" if line else ""
        data = _parsed(source, file, line)
        if not isinstance(data, dict) or "id" not in data:
            raise InputError("not_a_document", path=str(file), place=place)
        yield Entry(file, place, data)


def _sources(file: Path) -> Iterator[tuple[int, str]]:
    content = _decoded(file)
    if file.suffix != ".jsonl":
        yield 0, content
        return
    for line, source in enumerate(content.split("\n"), start=1):
        if source.strip():
            yield line, source


def _parsed(source: str, file: Path, line: int) -> Any:
    try:
        return json.loads(source)
    except json.JSONDecodeError as error:
        place = f"line {line or error.lineno}, column {error.colno}"
        raise InputError("json_broken", path=str(file), place=place, cause=error.msg) from error
    except RecursionError as error:
        raise InputError("json_broken", path=str(file), cause="nested too deeply") from error


def _decoded(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = f"{error.object[error.start]:02x}"
        place = f"byte {error.start}"
        raise InputError("wrong_encoding", path=str(path), place=place, encoding="UTF-8", byte=byte) from error
    except OSError as error:
        raise InputError("unreadable", path=str(path), cause=error.strerror) from error
