"""Plain text: every line with something on it is a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_nlp.reading.decoding import decode
from policy_nlp.reading.page import Block, BlockKind, Content
from policy_nlp.schema import Span

BREAKS = "\n\r\v\f\x85\u2028\u2029"
_LINE = re.compile(f"[^{BREAKS}]+")


def lines(text: str) -> Iterator[Span]:
    """Yield the span of each line that is not blank, without its line break.

    >>> list(lines("one\\r\\n\\r\\n two"))
    [(0, 3), (7, 11)]
    """
    for match in _LINE.finditer(text):
        if not match[0].isspace():
            yield match.span()


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Return one paragraph for each line that is not blank.

    >>> [block.span for block in plain_blocks("一、任务\\n\\n二、要求")]
    [(0, 4), (6, 10)]
    """
    return tuple(Block(BlockKind.PARAGRAPH, span) for span in lines(text))


def read_plain(data: bytes, path: str, encoding: str | None = None) -> Content:
    """Return a plain text file as it is, without its byte order mark.

    >>> read_plain(b"one\\r\\ntwo", "plan.txt").text
    'one\\r\\ntwo'
    """
    decoded = decode(data, path=path, encoding=encoding)
    return Content(decoded.text, plain_blocks(decoded.text), decoded.diagnostics)
