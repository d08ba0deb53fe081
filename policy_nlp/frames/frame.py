"""Frames with the documented columns and types, however many documents there are and whatever they hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policy_nlp.frames.columns import COLUMNS, Table
from policy_nlp.frames.rows import Row, rows
from policy_nlp.schema import Document

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, eq=False)
class Frames:
    """The four tables of some documents; `document` and `task` join them."""

    tasks: pd.DataFrame
    units: pd.DataFrame
    deadlines: pd.DataFrame
    targets: pd.DataFrame


def to_frame(documents: Iterable[Document]) -> Frames:
    """Return the tasks, units, deadlines and targets of `documents` as pandas frames; see `COLUMNS` for their schema.

    >>> to_frame([]).tasks.columns[:2].tolist()
    ['document', 'language']
    """
    found: dict[Table, list[Row]] = {table: [] for table in Table}
    for document in documents:
        for table in Table:
            found[table] += rows(document, table)
    return Frames(**{table.value: _frame(table, found[table]) for table in Table})


def _frame(table: Table, found: list[Row]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(found, columns=list(COLUMNS[table])).astype(dict(COLUMNS[table]))
