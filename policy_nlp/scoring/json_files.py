"""JSON and JSON Lines files: finding them, reading them, and saying where one is broken."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError

SUFFIXES = (".json", ".jsonl")
_ASIDE = "manifest.json"


def json_files(path: Path) -> list[Path]:
    """Return the file at `path`, or all JSON files in and below that folder but manifests.

    Raises InputError where there is neither.
    """
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise InputError("no_such_file", path=str(path))
    files = (file for file in path.rglob("*") if file.suffix in SUFFIXES and file.name != _ASIDE)
    return sorted(file for file in files if file.is_file())


def json_values(file: Path) -> Iterator[tuple[str, Any]]:
    """Yield each value of a file with its place: the line in JSON Lines, else nothing."""
    content = decoded(file)
    if file.suffix != ".jsonl":
        yield "", parsed(content, file, 0)
        return
    for line, source in enumerate(content.split("\n"), start=1):
        if source.strip():
            yield f"line {line}", parsed(source, file, line)


def decoded(path: Path) -> str:
    """Return the text of a UTF-8 file, line ends untouched; raises InputError where it is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = f"{error.object[error.start]:02x}"
        place = f"byte {error.start}"
        raise InputError("wrong_encoding", path=str(path), place=place, encoding="UTF-8", byte=byte) from error
    except FileNotFoundError as error:
        raise InputError("no_such_file", path=str(path)) from error
    except OSError as error:
        raise InputError("unreadable", path=str(path), cause=error.strerror) from error


def parsed(source: str, file: Path, line: int) -> Any:
    """Return the value that `source` writes; raises InputError with the line, `line` where the file has several."""
    try:
        return json.loads(source)
    except json.JSONDecodeError as error:
        place = f"line {line or error.lineno}, column {error.colno}"
        raise InputError("json_broken", path=str(file), place=place, cause=error.msg) from error
    except RecursionError as error:
        raise InputError("json_broken", path=str(file), cause="nested too deeply") from error
