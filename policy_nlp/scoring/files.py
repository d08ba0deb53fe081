"""Gold and prediction files: finding them, reading them, and saying where one is broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError
from policy_nlp.scoring.foreign import as_ours
from policy_nlp.scoring.json_files import decoded, json_files, json_values

GOLD_SUFFIX = ".gold.json"
GAPS_SUFFIX = ".gaps.json"


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
    files = json_files(path)
    gold = [file for file in files if file.name.endswith(GOLD_SUFFIX)]
    return _by_id(path, gold or files)


def predicted_entries(path: Path) -> dict[str, Entry]:
    """Return the predicted objects of a file or a folder, by id; gold files count only where nothing else is there.

    Gold gaps in a folder are passed over. What other systems wrote is read where its form is known.
    """
    files = [file for file in json_files(path) if file == path or not file.name.endswith(GAPS_SUFFIX)]
    predicted = [file for file in files if not file.name.endswith(GOLD_SUFFIX)]
    return _by_id(path, predicted or files)


def text_of(entry: Entry) -> str:
    """Return the raw text that a gold object's spans index: its own `text`, else that of `NAME.txt` beside the file."""
    if isinstance(entry.data.get("text"), str):
        return str(entry.data["text"])
    path = entry.path.with_name(entry.path.name.removesuffix(".json").removesuffix(".gold") + ".txt")
    if not path.is_file():
        raise entry.error("gold_without_text", expected=path.name)
    return decoded(path)


def _by_id(path: Path, files: Iterable[Path]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for entry in (entry for file in files for entry in _entries(file)):
        if entry.id in entries:
            raise entry.error("id_twice", id=entry.id, other=entries[entry.id].path.name)
        entries[entry.id] = entry
    if not entries:
        raise InputError("no_documents", path=str(path))
    return entries


def _entries(file: Path) -> Iterator[Entry]:
    for place, data in json_values(file):
        ours = _ours(data, file, place)
        if not isinstance(ours, Mapping) or "id" not in ours:
            raise InputError("not_a_document", path=str(file), place=place)
        yield Entry(file, place, ours)


def _ours(data: Any, file: Path, place: str) -> Any:
    try:
        return as_ours(data) if isinstance(data, dict) else data
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        cause = f"{type(error).__name__}: {error}"
        raise InputError("broken", path=str(file), place=place, cause=cause) from error
