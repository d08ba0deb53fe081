"""Markdown: headings, list items and pipe tables as blocks over the untouched text; every other line is a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_nlp.reading.decoding import decode
from policy_nlp.reading.markdown_table import find_table, table_blocks, trimmed
from policy_nlp.reading.page import Block, BlockKind, Content
from policy_nlp.reading.plain import lines
from policy_nlp.schema import Span

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:(?!---[ \t]*\r?$)[^\n]*\n){1,200}---[ \t]*\r?$", re.MULTILINE)
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t\u3000]{1,40}(?=[^\s#])|(?=[^\x00-\x7f\s]))")
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-+)[ \t]{0,40}$")
_ITEM = re.compile(r"([ \t]{0,40})(?:[-*+]|(?P<number>\d{1,9}[.)]))[ \t]{1,40}(?=\S)")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]{0,9}){3,}|(?:-[ \t]{0,9}){3,}|(?:_[ \t]{0,9}){3,})$")
_INDENT = 2
_LONGEST_HEADING = 120


def read_markdown(data: bytes, path: str, encoding: str | None = None) -> Content:
    """Return a Markdown file as it is, with its headings, list items and tables as blocks.

    >>> [block.kind.value for block in read_markdown(b"# Plan\\n\\n- Act now.\\n", "plan.md").blocks]
    ['heading', 'list_item']
    """
    decoded = decode(data, path=path, encoding=encoding)
    return Content(decoded.text, markdown_blocks(decoded.text), decoded.diagnostics)


def markdown_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text: one for each line, the marks outside.

    >>> [block.span for block in markdown_blocks("# Plan\\n| Action | Lead |\\n|---|---|\\n| Survey | DoE |\\n")][:3]
    [(2, 6), (7, 51), (7, 24)]
    """
    return tuple(_walk(text, _content_lines(text)))


def _content_lines(text: str) -> list[Span]:
    front = _FRONT_MATTER.match(text)
    return [span for span in lines(text) if not front or span[0] >= front.end()]


def _walk(text: str, spans: list[Span]) -> Iterator[Block]:
    index = 0
    while index < len(spans):
        size, rows = find_table(text, spans, index)
        if rows:
            yield from table_blocks(text, rows)
        elif not _is_mark(text, spans, index):
            yield _block(text, spans, index)
        index += size or 1


def _is_mark(text: str, spans: list[Span], index: int) -> bool:
    """Whether the line is a thematic break or the underline of the heading above it."""
    line = text[slice(*spans[index])]
    return bool(_RULE.match(line)) or (index > 0 and _underline(text, spans, index - 1) is not None)


def _block(text: str, spans: list[Span], index: int) -> Block:
    start, end = spans[index]
    line = text[start:end]
    if heading := _HEADING.match(line):
        body = trimmed(text, (start + heading.end(), start + _closing(line)))
        return Block(BlockKind.HEADING, body, level=len(heading[1]))
    if item := _ITEM.match(line):
        depth = len(item[1].expandtabs(4)) // _INDENT + 1
        # A number belongs to the item as the page shows it; a bullet is only a mark.
        body_start = item.start("number") if item["number"] else item.end()
        return Block(BlockKind.LIST_ITEM, trimmed(text, (start + body_start, end)), level=depth)
    level = _underline(text, spans, index)
    if level is not None:
        return Block(BlockKind.HEADING, trimmed(text, (start, end)), level=level)
    return Block(BlockKind.PARAGRAPH, (start, end))


def _closing(line: str) -> int:
    """Where the run of `#` that closes a heading begins, else the end of the line."""
    body = line.rstrip()
    bare = body.rstrip("#")
    return len(bare) if bare[-1:].isspace() and bare.strip(" #") else len(line)


def _underline(text: str, spans: list[Span], index: int) -> int | None:
    """The level of the heading that the line becomes by the marks under it."""
    if index + 1 >= len(spans) or text[spans[index][1] : spans[index + 1][0]] not in ("\n", "\r\n", "\r"):
        return None
    line = text[slice(*spans[index])]
    mark = _UNDERLINE.match(text[slice(*spans[index + 1])])
    taken = _HEADING.match(line) or _ITEM.match(line) or _RULE.match(line) or len(line) > _LONGEST_HEADING
    return None if not mark or taken else 1 if mark[1][0] == "=" else 2
