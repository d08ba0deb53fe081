"""Pipe tables in Markdown: rows and cells with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policy_nlp.reading.page import Block, BlockKind
from policy_nlp.schema import Span

_DELIMITER = re.compile(r"[ \t]{0,40}\|?(?:[ \t]{0,40}:?-{1,400}:?[ \t]{0,40}(?:\||$)){1,200}[ \t]{0,40}$")
_PIPE = re.compile(r"\\.|\|")


def table_size(text: str, spans: Sequence[Span], index: int) -> int:
    """Return how many lines from `index` on make up a pipe table; 0 where none begins there.

    >>> table_size("| a |\\n|---|\\n| b |\\n", [(0, 5), (6, 11), (12, 17)], 0)
    3
    """
    size = 0
    while index + size < len(spans) and _is_row(text, spans, index + size, size):
        size += 1
    return size if size >= 2 and any(_is_delimiter(text, span) for span in spans[index : index + 2]) else 0


def table_blocks(text: str, spans: Sequence[Span]) -> Iterator[Block]:
    """Yield the table on the lines `spans`, then each of its rows followed by its cells; the delimiter row is no row.

    >>> [block.kind.value for block in table_blocks("| a |\\n|---|", [(0, 5), (6, 11)])]
    ['table', 'row', 'cell']
    """
    yield Block(BlockKind.TABLE, (spans[0][0], spans[-1][1]))
    rows = [span for span in spans if not _is_delimiter(text, span)]
    for number, span in enumerate(rows):
        yield Block(BlockKind.ROW, trimmed(text, span), row=number)
        for column, cell in enumerate(_cells(text, span)):
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


def _is_row(text: str, spans: Sequence[Span], index: int, size: int) -> bool:
    start, end = spans[index]
    return text.find("|", start, end) >= 0 and (size == 0 or _adjacent(text, spans[index - 1], spans[index]))


def _adjacent(text: str, before: Span, after: Span) -> bool:
    return text[before[1] : after[0]] in ("\n", "\r\n", "\r")


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
