"""The results of a run, read back: JSON, JSON Lines or Parquet, one file or a folder of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError, PolicyNlpError
from policy_nlp.interchange import from_json
from policy_nlp.schema import Document
from policy_nlp.scoring.json_files import json_files, json_values, parsed

_PARQUET = ".parquet"
RESULT = "result"
"""The column of a Parquet file that holds each document as JSON; it is null where there is no result."""


def read_results(path: Path) -> Iterator[Document]:
    """Yield the documents in the file or folder at `path`, file by file in the order of their names.

    Raises InputError, naming file and place, where there are none or one cannot be read.
    """
    files = sorted({*json_files(path), *path.rglob(f"*{_PARQUET}")})
    if not files:
        raise InputError("no_results", path=str(path))
    for file in files:
        for place, data in _parquet(file) if file.suffix == _PARQUET else json_values(file):
            yield _document(data, file, place)


def _parquet(file: Path) -> Iterator[tuple[str, Any]]:
    import pandas as pd

    try:
        results = pd.read_parquet(file, columns=[RESULT])[RESULT]
    except ImportError as error:
        raise InputError("extra_missing", path=str(file), library="pyarrow", extra="parquet") from error
    except (OSError, ValueError, KeyError) as error:
        raise InputError("unreadable", path=str(file), cause=str(error).splitlines()[0]) from error
    for number, content in enumerate(results, start=1):
        if isinstance(content, str):
            yield f"row {number}", parsed(content, file, 0)


def _document(data: Any, file: Path, place: str) -> Document:
    try:
        return from_json(data)
    except PolicyNlpError as error:
        raise InputError("not_a_result", path=str(file), place=place, cause=error) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise InputError("not_a_result", path=str(file), place=place, cause=repr(error)) from error
