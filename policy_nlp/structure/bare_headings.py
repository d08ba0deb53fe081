"""Headings that nothing marks: short lines without punctuation above a paragraph, in a text that numbers nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from policy_nlp.lexicon.load import table
from policy_nlp.structure.markers import scanner
from policy_nlp.structure.paragraphs import Layout, Paragraph

_TOP, _SUB = 7, 8
"""The heading levels of a bare line that names a type of section, and of one that does not."""
_FEW = 3


def mark(folded: str, paragraphs: Sequence[Paragraph], *, language: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs with bare headings laid out as headings, where the text hardly numbers anything."""
    scan = scanner(language)
    marked = sum(scan.leading(folded, p) is not None for p in paragraphs if p.layout is not Layout.CELL)
    numbered = sum(
        bool(m and m.ordinal) for m in (scan.leading(folded, p) for p in paragraphs if p.layout is not Layout.CELL)
    )
    if numbered >= _FEW or marked == 0:
        return tuple(paragraphs)
    bare = table(language, "headings")["bare"]
    types = table(language, "headings")["types"]
    known = [word for name in ("objectives", "schedule", "safeguards", "reporting") for word in types[name]]
    shape = re.compile(bare["pattern"], re.IGNORECASE)
    return tuple(
        replace(
            p, layout=Layout.HEADING, level=_TOP if any(word in folded[p.start : p.end] for word in known) else _SUB
        )
        if _heads(folded, p, following, shape, int(bare["body"])) and scan.leading(folded, p) is None
        else p
        for p, following in zip(paragraphs, [*paragraphs[1:], None], strict=True)
    )


def _heads(folded: str, paragraph: Paragraph, following: Paragraph | None, shape: re.Pattern[str], body: int) -> bool:
    if following is None or paragraph.layout is not Layout.TEXT or following.layout not in (Layout.TEXT, Layout.BULLET):
        return False
    return bool(shape.fullmatch(folded, paragraph.start, paragraph.end)) and following.end - following.start >= body
