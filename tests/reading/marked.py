"""Showing blocks as short strings, so that a test reads like the page."""

from __future__ import annotations

from policy_nlp.reading import Block, BlockKind, Content, Page


def shown(page: Page | Content) -> list[str]:
    """Return each block as `kind level|place: text`, tables and rows without their text."""
    return [_shown(page.text, block) for block in page.blocks]


def _shown(text: str, block: Block) -> str:
    if block.kind is BlockKind.CELL:
        merged = "" if (block.row_span, block.column_span) == (1, 1) else f" {block.row_span}x{block.column_span}"
        return f"{block.row},{block.column}{merged}: {text[slice(*block.span)]}"
    if block.kind in (BlockKind.TABLE, BlockKind.ROW):
        return block.kind.value
    level = f" {block.level}" if block.level else ""
    return f"{block.kind.value}{level}: {text[slice(*block.span)]}"
