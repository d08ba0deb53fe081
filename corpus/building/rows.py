"""Rows for data set libraries: a document with its annotations and what its header says, each column of one type."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from corpus.building.manifest import facts
from corpus.building.sources import Source
from policy_nlp.conversion.features import COLUMNS
from policy_nlp.conversion.hub import typed_table, write_rows

FACTS: Mapping[str, Any] = {
    **dict.fromkeys(("title", "level", "subject", "genre", "family", "template", "translation", "license"), "string"),
    "layout": ["string"],
}
ANNOTATED = {name: column for name, column in COLUMNS.items() if name not in ("review", "diagnostics", "source")}


def rows(sources: Iterable[Source]) -> bytes:
    """Return the rows of documents as JSON Lines."""
    return "".join(json.dumps(_row(source), ensure_ascii=False) + "\n" for source in sources).encode()


def parquet(sources: Iterable[Source]) -> bytes:
    """Return the rows of documents as Parquet, their typed features inside.

    Raises InputError where the library is not installed.
    """
    return typed_table([_row(source) for source in sources], columns())


def columns() -> dict[str, Any]:
    """Return the columns of a row with their types, in order."""
    return ANNOTATED | dict(FACTS)


def yaml_features(inner: Mapping[str, Any], indent: int) -> Iterator[str]:
    """Yield the lines of the `features` of a dataset card.

    >>> print("\\n".join(yaml_features({"id": "string", "span": ["int64"], "units": [{"quote": "string"}]}, 0)))
    - name: id
      dtype: string
    - name: span
      list: int64
    - name: units
      list:
      - name: quote
        dtype: string
    """
    blank = " " * indent
    for name, column in inner.items():
        yield f"{blank}- name: {name}"
        kind, of = ("list", column[0]) if isinstance(column, list) else ("struct", column)
        if isinstance(of, Mapping):
            yield f"{blank}  {kind}:"
            yield from yaml_features(of, indent + 2)
        else:
            yield f"{blank}  {'list' if kind == 'list' else 'dtype'}: {of}"


def _row(source: Source) -> dict[str, Any]:
    row = json.loads(write_rows([source.document])["data.jsonl"])
    said = facts(source)
    return {name: row[name] for name in ANNOTATED} | {name: said[name] for name in FACTS}
