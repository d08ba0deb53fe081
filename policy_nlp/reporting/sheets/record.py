"""A sheet: columns with headings in both languages, rows of plain cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from policy_nlp.errors import SchemaError
from policy_nlp.messages import both

Cell = str | int | float | date | tuple[str, ...] | None
"""What a cell can hold; several values in one cell are a tuple."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading by language, its width in characters, whether it is a narrow one of marks."""

    heading: Mapping[str, str]
    width: int = 12
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A named table; `frozen` columns stay in sight while the others move, `totals` rows at its end are no entries."""

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    frozen: int = 0
    totals: int = 0

    def __post_init__(self) -> None:
        """Refuse a row that does not fit under the headings."""
        for row in self.rows:
            if len(row) != len(self.columns):
                raise SchemaError(f"sheet {self.key}: {len(row)} cells under {len(self.columns)} headings")


def column(key: str, width: int = 12) -> Column:
    """Return the column whose heading stands under `columns.` in the messages.

    >>> column("lead").heading["en"]
    'Lead'
    """
    return Column(both(f"columns.{key}"), width)
