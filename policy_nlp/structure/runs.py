"""Runs of items: the lists below an item of the outline, each with the paragraph that leads into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policy_nlp.structure.outline import Node
from policy_nlp.structure.paragraphs import Layout, Paragraph


@dataclass(frozen=True, slots=True)
class Run:
    """Items that follow each other without a paragraph between them; `lead_in` is what stands right before them."""

    lead_in: Paragraph | None
    nodes: tuple[Node, ...]


def runs(node: Node) -> Iterator[Run]:
    """Yield the runs of items below `node`, in the order of the text."""
    texts = sorted((p for p in node.paragraphs + node.tail if p.layout is not Layout.CELL), key=lambda p: p.start)
    lead_in: Paragraph | None = None
    items: list[Node] = []
    place = 0
    for child in node.children:
        between = None
        while place < len(texts) and texts[place].start < child.start:
            between = texts[place]
            place += 1
        if between is not None and items:
            yield Run(lead_in, tuple(items))
            items = []
        lead_in = between if between is not None else lead_in
        items.append(child)
    if items:
        yield Run(lead_in, tuple(items))
