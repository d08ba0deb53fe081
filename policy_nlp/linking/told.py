"""Items that only tell what there is: in lists of things, and between items that say who is to act."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.linking.orders import OrderLexicon, is_order, leads_in, sentences
from policy_nlp.structure.outline import Node
from policy_nlp.structure.runs import Run, runs

_SENTENCE = 40
"""An item at least this long that ends in a full stop is a sentence."""


def told_items(folded: str, root: Node, lexicon: OrderLexicon) -> frozenset[int]:
    """Return the identities of the items of the outline that ask nothing of anybody."""
    return frozenset(id(item) for node in root.walk() for run in runs(node) for item in _told(folded, run, lexicon))


def _told(folded: str, run: Run, lexicon: OrderLexicon) -> Iterator[Node]:
    if run.lead_in and _describes(folded, run, lexicon):
        yield from (item for item in run.nodes if item.marker and item.marker.style.id == "bullet")
    elif not (run.lead_in and leads_in(folded, run.lead_in)):
        yield from _between_orders(folded, run, lexicon)


def _describes(folded: str, run: Run, lexicon: OrderLexicon) -> bool:
    """Whether words introduce a list of things, of which hardly any says what is to be done."""
    if run.lead_in is None or not lexicon.describes.search(folded, run.lead_in.start, run.lead_in.end):
        return False
    acts = [bool(item.paragraphs and lexicon.acts.match(folded, item.paragraphs[0].start)) for item in run.nodes]
    return not (_orders_too(folded, run, lexicon) and 2 * sum(acts) > len(acts))


def _orders_too(folded: str, run: Run, lexicon: OrderLexicon) -> bool:
    """Whether the words of a lead-in, behind the number of its item, are an order themselves."""
    if run.lead_in is None:
        return False
    marker = run.nodes[0].parent.marker if run.nodes and run.nodes[0].parent else None
    start = max(run.lead_in.start, marker.end) if marker else run.lead_in.start
    spans = sentences(folded, start, run.lead_in.end, lexicon)
    return any(is_order(folded, span, lexicon, strict=False) for span in spans)


def _between_orders(folded: str, run: Run, lexicon: OrderLexicon) -> Iterator[Node]:
    """Sentences that order nothing, in a list whose other items tell bodies to act."""
    stating = [item for item in run.nodes if _states(folded, item, lexicon)]
    idle = [item for item in stating if not _orders(folded, item, lexicon, strict=False)]
    if idle and any(_orders(folded, item, lexicon, strict=True) for item in run.nodes):
        yield from idle


def _states(folded: str, item: Node, lexicon: OrderLexicon) -> bool:
    """Whether an item without items below it is a sentence that states something."""
    if item.children or item.marker is None or not item.paragraphs:
        return False
    text = folded[item.marker.end : item.paragraphs[-1].end].strip()
    return text.endswith(".") and len(text) >= _SENTENCE and lexicon.states.search(text) is not None


def _orders(folded: str, item: Node, lexicon: OrderLexicon, *, strict: bool) -> bool:
    start = item.marker.end if item.marker else item.start
    spans = (span for p in item.paragraphs for span in sentences(folded, max(start, p.start), p.end, lexicon))
    return any(
        is_order(folded, span, lexicon, strict=strict) or (not strict and _measured(folded, span, lexicon))
        for span in spans
    )


def _measured(folded: str, span: tuple[int, int], lexicon: OrderLexicon) -> bool:
    return lexicon.measured.search(folded, *span) is not None
