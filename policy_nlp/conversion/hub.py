"""Hugging Face datasets: a row for each document with typed columns, as JSON Lines or as Parquet."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from policy_nlp.conversion.extras import library
from policy_nlp.conversion.features import COLUMNS, features, shaped
from policy_nlp.conversion.places import Place, lines
from policy_nlp.errors import SchemaError
from policy_nlp.interchange import from_json, to_json
from policy_nlp.schema import Document
from policy_nlp.scoring.json_files import json_values

EXTRA = "datasets"
_PARQUET = "data.parquet"
_LARGEST_EXACT = 2**53


def write_rows(documents: Sequence[Document]) -> dict[str, bytes]:
    """Return the rows as JSON Lines, every column in each of them."""
    return {"data.jsonl": lines(map(_row, documents))}


def write_parquet(documents: Sequence[Document]) -> dict[str, bytes]:
    """Return the rows as Parquet with their Features inside, as `datasets.load_dataset` reads them.

    Raises InputError where the library is not installed.
    """
    return {_PARQUET: typed_table([_row(document) for document in documents], COLUMNS)}


def typed_table(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, Any]) -> bytes:
    """Return rows of `columns` as one Parquet file; raises InputError where the library is not installed."""
    datasets = library("datasets", extra=EXTRA, path=_PARQUET)
    arrow, parquet = (library(name, extra=EXTRA, path=_PARQUET) for name in ("pyarrow", "pyarrow.parquet"))
    buffer = io.BytesIO()
    # The schema carries the Features in its metadata, where load_dataset looks for them.
    schema = datasets.Features(features(datasets, columns)).arrow_schema
    parquet.write_table(arrow.Table.from_pylist(list(rows), schema=schema), buffer)
    return buffer.getvalue()


def _row(document: Document) -> dict[str, Any]:
    data = to_json(document, with_text=True)
    for target in data["targets"]:
        value = target.pop("value")
        target["values"] = list(value) if isinstance(value, list | tuple) else [value]
    row: dict[str, Any] = shaped(data, COLUMNS)
    return row


def read_rows(path: Path) -> Iterator[Document]:
    """Yield the documents of JSON Lines; raises InputError naming the line that is no row of ours."""
    for place, row in json_values(path):
        yield _document(row, Place(path, place))


def read_parquet(path: Path) -> Iterator[Document]:
    """Yield the documents of a Parquet file; raises InputError where it cannot be read or the library is missing."""
    parquet = library("pyarrow.parquet", extra="parquet", path=path)
    arrow = library("pyarrow", extra="parquet", path=path)
    try:
        rows = parquet.read_table(path).to_pylist()
    except (arrow.ArrowInvalid, OSError) as error:
        raise Place(path).error("not_of_format", format="Parquet", cause=str(error).split("\n")[0]) from error
    for number, row in enumerate(rows, start=1):
        yield _document(row, Place(path, f"row {number}"))


def _document(row: Any, place: Place) -> Document:
    for name in ("text", "targets"):
        place.need(row, name, str if name == "text" else list)
    data = {name: value for name, value in row.items() if value is not None}
    data["targets"] = [_target(target, place) for target in row["targets"]]
    data["source"] = _source(row.get("source"))
    try:
        return from_json(data)
    except SchemaError as error:
        raise place.error("broken", cause=error) from error


def _target(target: Mapping[str, Any], place: Place) -> dict[str, Any]:
    numbers = [_number(number) for number in place.need(target, "values", list)]
    return dict(target) | {"value": numbers if len(numbers) > 1 else next(iter(numbers), None)}


def _number(number: float) -> float | int:
    """Columns have one type: whole numbers come back as such."""
    whole = float(number).is_integer() and abs(number) <= _LARGEST_EXACT
    return int(number) if whole else number


def _source(source: Any) -> Any:
    return source if isinstance(source, Mapping) else None
