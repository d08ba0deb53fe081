"""Works of records: the value that says what is to be done, with what stands before the items that it lists."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.linking.orders import OrderLexicon, leads_in, ordering_span
from policy_nlp.structure.outline import Node
from policy_nlp.structure.paragraphs import Field, Paragraph


def is_item(node: Node) -> bool:
    """Whether the item of the outline stands in the work of a record."""
    return bool(node.paragraphs) and node.paragraphs[0].field is Field.WORK


def works_of(node: Node) -> list[Paragraph]:
    """Return the paragraphs of works below the heading of `node`; an item of a work has none."""
    if node.marker is not None and is_item(node):
        return []
    return [paragraph for paragraph in node.paragraphs if paragraph.field is Field.WORK]


def listing(node: Node) -> frozenset[int]:
    """Return the records below `node` whose works list items."""
    return frozenset(child.paragraphs[0].record for child in node.children if is_item(child))


def background(folded: str, node: Node, lexicon: OrderLexicon) -> Iterator[Paragraph]:
    """Yield what a work only tells before its items: it neither leads into them nor orders anything."""
    listed = listing(node)
    for paragraph in works_of(node):
        leads = paragraph.record not in listed or leads_in(folded, paragraph)
        if not leads and ordering_span(folded, paragraph, lexicon, strict=True) is None:
            yield paragraph
