"""Pipe tables in Markdown: rows and cells with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policy_nlp.reading.page import Block, BlockKind
from policy_nlp.schema import Span

_DELIMITER = re.compile(r"[ \t]{0,40}\|?(?:[ \t]{0,40}:?-{1,400}:?[ \t]{0,40}(?:\||$)){1,200}[ \t]{0,40}$")
_MAX_LINES = 60
_PIPE = re.compile(r"\\.|\|")


def find_table(text: str, spans: Sequence[Span], index: int) -> tuple[int, tuple[Span, ...]]:
    """Return how many lines from `index` on make up a pipe table, and its rows; none where no table begins there.

    >>> find_table("| a |\\n|---|\\n| b |\\n", [(0, 5), (6, 11), (12, 17)], 0)
    (3, ((0, 5), (6, 11), (12, 17)))
    """
    size = 0
    rows: list[Span] = []
    while lines := _row_lines(text, spans, index + size, first=not rows):
        rows.append((spans[index + size][0], spans[index + size + lines - 1][1]))
        size += lines
        if len(rows) == 2 and not any(_is_delimiter(text, row) for row in rows):
            return 0, ()
    return (size, tuple(rows)) if len(rows) > 1 else (0, ())


def table_blocks(text: str, rows: Sequence[Span]) -> Iterator[Block]:
    """Yield the table, then each of its rows followed by its cells; the delimiter row is no row.

    >>> [block.kind.value for block in table_blocks("| a |\\n|---|", [(0, 5), (6, 11)])]
    ['table', 'row', 'cell']
    """
    yield Block(BlockKind.TABLE, (rows[0][0], rows[-1][1]))
    for number, row in enumerate(row for row in rows if not _is_delimiter(text, row)):
        yield Block(BlockKind.ROW, trimmed(text, row), row=number)
        for column, cell in enumerate(_cells(text, row)):
            if cell[0] < cell[1]:
                yield Block(BlockKind.CELL, cell, row=number, column=column)


def trimmed(text: str, span: Span) -> Span:
    """Return `span` without the white space at its rims; empty where there is nothing else.

    >>> trimmed("  ab ", (0, 5))
    (2, 4)
    """
    piece = text[span[0] : span[1]]
    start = span[0] + len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def _row_lines(text: str, spans: Sequence[Span], index: int, *, first: bool) -> int:
    """How many lines the row takes that begins at `index`; 0 where none does."""
    if index >= len(spans) or text.find("|", *spans[index]) < 0:
        return 0
    if not first and text[spans[index - 1][1] : spans[index][0]] not in ("\n", "\r\n", "\r"):
        return 0
    if not _opens(text, spans[index]) or _closes(text, spans[index]):
        return 1
    return _broken_row_lines(text, spans, index)


def _broken_row_lines(text: str, spans: Sequence[Span], index: int) -> int:
    """A cell cut out of a page keeps its line breaks: `| Action | Survey` / `all dams. |` is one row."""
    for later in range(index + 1, min(index + _MAX_LINES, len(spans))):
        if _opens(text, spans[later]):
            break
        if _closes(text, spans[later]):
            return later - index + 1
    return 1


def _opens(text: str, span: Span) -> bool:
    return text[slice(*span)].lstrip().startswith("|")


def _closes(text: str, span: Span) -> bool:
    line = text[slice(*span)].rstrip()
    return line.endswith("|") and not line.endswith("\\|")


def _is_delimiter(text: str, span: Span) -> bool:
    line = text[span[0] : span[1]]
    return "|" in line and _DELIMITER.match(line) is not None


def _cells(text: str, span: Span) -> list[Span]:
    start, end = trimmed(text, span)
    start += text[start] == "|"
    end -= text[end - 1] == "|" and text[end - 2] != "\\" and end > start
    pipes = [match.start() for match in _PIPE.finditer(text, start, end) if match[0] == "|"]
    rims = zip([start, *(pipe + 1 for pipe in pipes)], [*pipes, end], strict=True)
    return [trimmed(text, rim) for rim in rims]
