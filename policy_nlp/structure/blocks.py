"""Paragraphs from the blocks that a reader marks: headings with their rank, list items, cells with their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from policy_nlp.reading import Block, BlockKind
from policy_nlp.structure.lines import lines, trimmed
from policy_nlp.structure.paragraphs import Layout, Paragraph
from policy_nlp.structure.splitting import pages


def from_blocks(folded: str, blocks: Sequence[Block], *, language: str) -> tuple[Paragraph, ...]:
    """Return a paragraph for each block with text of its own, in the order of the text.

    What no block covers is read as plain lines; a list item keeps the number or the bullet that stands before it.
    """
    marked = tuple(_marked(folded, blocks))
    starts = {paragraph.start for paragraph in marked}
    spans = [(block.span, block.kind) for block in blocks if block.kind in (BlockKind.TABLE, BlockKind.HEADING)]
    plain = [p for p in lines(folded, pages(language).sure) if p.start not in starts and not _inside(p, spans)]
    return tuple(sorted([*marked, *plain], key=lambda paragraph: paragraph.start))


def _inside(paragraph: Paragraph, spans: Sequence[tuple[tuple[int, int], BlockKind]]) -> bool:
    return any(start <= paragraph.start < end for (start, end), _ in spans)


def _marked(folded: str, blocks: Sequence[Block]) -> Iterator[Paragraph]:
    table = -1
    for block in blocks:
        table += block.kind is BlockKind.TABLE
        start, end = trimmed(folded, *block.span)
        if start >= end:
            continue
        if block.kind is BlockKind.HEADING:
            yield Paragraph(start, end, Layout.HEADING, block.level or 1)
        elif block.kind is BlockKind.CELL:
            cell = Paragraph(start, end, Layout.CELL, 0, table, block.row or 0, block.column or 0)
            yield replace(cell, rows=block.row_span)
