"""What a run has done so far, line by line, so that a run that was killed goes on where it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from policy_nlp.batches.job import Failure, Job, Outcome, Success
from policy_nlp.errors import InputError

JOURNAL = "extract.journal"
MANIFEST = "extract.manifest"


class Journal:
    """The outcomes of a run under way in `folder`, and those of an earlier one with the same wishes."""

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self._path = folder / JOURNAL
        self._fingerprint = fingerprint
        self._before = {entry["id"]: entry for entry in _earlier(folder, fingerprint)}

    def stands(self, job: Job) -> Success | None:
        """Return the earlier outcome of `job` where its input and its result are still what they were."""
        entry = self._before.get(job.id)
        if entry is None or entry.get("path") != job.path or "error" in entry:
            return None
        if _checksum(job.output) != entry["written"] or _checksum(Path(job.path)) != entry["read"]:
            return None
        return Success(job, entry["read"], entry["written"], entry["tasks"], tuple(entry["notes"]))

    def add(self, outcome: Outcome) -> None:
        """Write `outcome` down at once; raises InputError where that is not possible."""
        line = json.dumps(entry_of(outcome) | {"wishes": self._fingerprint}, ensure_ascii=False)
        try:
            with self._path.open("a", encoding="utf-8", errors="replace") as file:
                file.write(line + "\n")
        except OSError as error:
            raise InputError("unwritable", path=str(self._path), cause=error.strerror or error) from error

    def close(self) -> None:
        """Remove the journal: the manifest has all of it."""
        self._path.unlink(missing_ok=True)


def entry_of(outcome: Outcome) -> dict[str, Any]:
    """Return what journal and manifest say of one document; nothing in it depends on when it was made."""
    said: dict[str, Any] = {"id": outcome.job.id, "path": outcome.job.path}
    if isinstance(outcome, Failure):
        return said | {"error": {"code": outcome.code, "message": dict(outcome.message)}}
    result = {"output": outcome.job.output.name, "read": outcome.read, "written": outcome.written}
    return said | result | {"tasks": outcome.tasks, "notes": [dict(note) for note in outcome.notes]}


def _earlier(folder: Path, fingerprint: str) -> Iterator[dict[str, Any]]:
    """The entries of an earlier run with the same wishes; a line that a kill cut off is no entry."""
    manifest = _read_json(_text(folder / MANIFEST))
    if manifest.get("wishes") == fingerprint:
        yield from manifest.get("documents", [])
    for line in _text(folder / JOURNAL).splitlines():
        entry = _read_json(line)
        if entry.get("wishes") == fingerprint:
            yield entry


def _read_json(content: str) -> dict[str, Any]:
    try:
        value = json.loads(content)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _checksum(path: Path) -> str | None:
    if not path.is_file():
        return None
    with path.open("rb") as file:
        digest = sha256()
        for chunk in iter(lambda: file.read(1 << 20), b""):
            digest.update(chunk)
    return digest.hexdigest()
