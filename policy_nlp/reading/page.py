"""What every reader hands on: the text, and the blocks that the file's own layout shows in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from policy_nlp.errors import SchemaError
from policy_nlp.schema import Diagnostic, Span


class BlockKind(StrEnum):
    """What a block is on the page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    ASIDE = "aside"
    """What belongs to the paper and not to the text: a running head, the number of a page, a mark across it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that the file marks as one piece.

    A table is followed by its rows, a row by its cells; `row` and `column` count from 0 within the table, merged cells
    included. `level` is the rank of a heading or the depth of a list item, where the file states one.

    >>> Block(BlockKind.HEADING, (0, 4), level=1).span
    (0, 4)
    """

    kind: BlockKind
    span: Span
    level: int | None = None
    row: int | None = None
    column: int | None = None
    row_span: int = 1
    column_span: int = 1
    origin: str | None = None

    def __post_init__(self) -> None:
        """Refuse a span with nothing in it."""
        start, end = self.span
        if not 0 <= start < end:
            raise SchemaError(f"{self.kind} block: span [{start}, {end}) is empty or negative")


@dataclass(frozen=True, slots=True)
class Content:
    """What one reader makes of the bytes of a file."""

    text: str
    blocks: tuple[Block, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One file as read: `text` is what all spans index, `blocks` are in the order of the text, parents first."""

    text: str
    blocks: tuple[Block, ...]
    media_type: str
    sha256: str
    path: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
