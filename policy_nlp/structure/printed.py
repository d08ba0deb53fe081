"""Blocks of printed pages: lines that a reader joined in sense, and what it set aside, left out of the view."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policy_nlp.reading import Block, BlockKind
from policy_nlp.schema import Span
from policy_nlp.structure.paragraphs import Paragraph
from policy_nlp.structure.wrapping import inner_breaks
from policy_nlp.text.view import View, without

_CUT_WORD = re.compile(r"(?P<head>[A-Za-z]{2,40})-\n(?P<rest>[a-z]{2,40})")
_WHOLE = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM})


def printed_view(folded: str, blocks: Sequence[Block], *, language: str) -> tuple[View, tuple[Block, ...]]:
    """Return the view without what is set aside and without the breaks inside blocks, and the blocks in its offsets.

    >>> blocks = [Block(BlockKind.PARAGRAPH, (0, 7)), Block(BlockKind.ASIDE, (8, 9))]
    >>> printed_view("加固\\n全市堤防\\n3", blocks, language="zh")[0].text
    '加固全市堤防\\n'
    """
    broken = [b for b in blocks if b.kind in _WHOLE and folded.find("\n", *b.span) >= 0]
    asides = [b.span for b in blocks if b.kind is BlockKind.ASIDE]
    if not broken and not asides:
        return View(folded), tuple(blocks)
    cuts = sorted([*_breaks(folded, broken, language), *asides])
    view = without(folded, cuts)
    moved = tuple(_moved(b, view) for b in blocks if b.kind is not BlockKind.ASIDE)
    return View(_spaced(view.text, moved), view.offsets), moved


def _breaks(folded: str, broken: Sequence[Block], language: str) -> Iterator[Span]:
    """The breaks inside blocks; a hyphen goes with its break where the text has the word without one elsewhere."""
    lines = [Paragraph(*block.span) for block in broken]
    hyphens = {span[1] - 1: span for block in broken for span in _hyphens(folded, block.span)}
    for start, end in inner_breaks(folded, lines, language=language):
        yield (start - 1, end) if start in hyphens and end == start + 1 else (start, end)


def _hyphens(folded: str, span: Span) -> Iterator[Span]:
    for word in _CUT_WORD.finditer(folded, *span):
        if word["head"] + word["rest"] in folded:
            yield word.end("head"), word.start("rest")


def _moved(block: Block, view: View) -> Block:
    start, end = block.span
    return replace(block, span=(view.place(start), view.place(end - 1) + 1))


def _spaced(text: str, blocks: Sequence[Block]) -> str:
    """The text with a space for each break that is left between two words of one block."""
    kept: list[str] = []
    cursor = 0
    for block in blocks:
        start, end = block.span
        if block.kind in _WHOLE and start >= cursor:
            kept += [text[cursor:start], text[start:end].replace("\n", " ")]
            cursor = end
    return "".join(kept) + text[cursor:]
