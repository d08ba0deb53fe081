"""Orders: which sentences tell somebody to do something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from policy_nlp.extraction.actors import gives_order
from policy_nlp.extraction.blocks import find_blocks
from policy_nlp.extraction.deadlines import find_due
from policy_nlp.extraction.targets import find_measures
from policy_nlp.lexicon.load import table
from policy_nlp.lexicon.openings import quick
from policy_nlp.lexicon.orders import order_pattern
from policy_nlp.schema import Span
from policy_nlp.structure.paragraphs import Paragraph

_JOINER = 16


class OrderLexicon:
    """What makes a sentence an order, in one language."""

    def __init__(self, language: str) -> None:
        orders = table(language, "actors")["orders"]
        headings = table(language, "headings")
        self.language = language
        self.imperative = order_pattern(language, "imperative")
        self.binding = quick(orders["binding"], re.IGNORECASE)
        self.lead_ins_order = bool(orders["lead_ins_order"])
        self.measured = quick(orders.get("measured", r"(?!)"), re.IGNORECASE)
        self.duty = order_pattern(language, "duty")
        self.describes = quick(orders.get("describes", r"(?!)"), re.IGNORECASE)
        self.acts = quick(orders.get("acts", r"(?!)"), re.IGNORECASE)
        self.pronoun = quick(orders.get("pronoun", r"(?!)"), re.IGNORECASE)
        self.formula = quick(headings["formulas"]["pattern"], re.IGNORECASE)
        self.longest_formula = int(headings["formulas"]["longest"])
        self.bound = quick(orders.get("bound", r"(?!)"), re.IGNORECASE)
        self.states = quick(orders.get("states", r"(?!)"), re.IGNORECASE)
        self.aims = order_pattern(language, "aims")
        self.contacts = quick(headings["tail"]["contacts"], re.IGNORECASE)
        self.joins = re.compile(orders["joins"])
        self.sentence = re.compile(orders["sentence"])


@cache
def order_lexicon(language: str) -> OrderLexicon:
    """Return the compiled order lexicon of a language."""
    return OrderLexicon(language)


def sentences(folded: str, start: int, end: int, lexicon: OrderLexicon) -> Iterator[Span]:
    """Yield the sentences of `[start, end)`, white space and stray stops at their rims left out."""
    for match in lexicon.sentence.finditer(folded, start, end):
        begin, stop = match.span()
        while begin < stop and (folded[begin].isspace() or folded[begin] in "。.:;,、"):
            begin += 1
        while stop > begin and folded[stop - 1].isspace():
            stop -= 1
        if stop - begin > 3:
            yield begin, stop


def item_end(folded: str, start: int, end: int, lexicon: OrderLexicon) -> int:
    """Return where an item ends without white space, and without the word that joins it to the next one."""
    stop = start + len(folded[start:end].rstrip())
    joined = lexicon.joins.search(folded, max(start, stop - _JOINER), stop)
    return joined.start() if joined else stop


def leads_in(folded: str, paragraph: Paragraph) -> bool:
    """Whether the paragraph ends in a colon and leads into what follows."""
    return folded[paragraph.end - 1] == ":"


def is_no_prose(folded: str, paragraph: Paragraph, lexicon: OrderLexicon) -> bool:
    """Whether the paragraph says whom to call, or leads in where such a paragraph orders nothing before it does."""
    if lexicon.contacts.match(folded, paragraph.start, paragraph.end):
        return True
    return leads_in(folded, paragraph) and not lexicon.lead_ins_order


def is_formula(folded: str, paragraphs: Sequence[Paragraph], lexicon: OrderLexicon) -> bool:
    """Whether an item only says from when the document holds and who explains it."""
    first, last = paragraphs[0].start, paragraphs[-1].end
    if last - first > lexicon.longest_formula:
        return False
    return all(lexicon.formula.search(folded, *span) for span in sentences(folded, first, last, lexicon))


def ordering_span(
    folded: str, paragraph: Paragraph, lexicon: OrderLexicon, *, strict: bool, leads_in: bool = False
) -> Span | None:
    """Return the paragraph where its first sentence is an order, else from the first to the last that is one.

    Where the last sentence leads into a list, it counts for nothing, and only the orders before it do.
    """
    spans = list(sentences(folded, paragraph.start, paragraph.end, lexicon))[: -1 if leads_in else None]
    orders = [span for span in spans if _counts(folded, span, lexicon, strict=strict)]
    if not orders:
        return None
    if orders[0] == spans[0] and not leads_in:
        return spans[0][0], spans[-1][1]
    return orders[0][0], orders[-1][1]


def _counts(folded: str, span: Span, lexicon: OrderLexicon, *, strict: bool) -> bool:
    """Whether a sentence is an order, or binds without naming anybody and says when or how much."""
    if is_order(folded, span, lexicon, strict=strict):
        return True
    binds = lexicon.measured.search(folded, *span) or (not strict and lexicon.duty.match(folded[slice(*span)]))
    if not binds or lexicon.formula.search(folded, *span):
        return False
    language = lexicon.language
    return bool(find_due(folded, *span, language=language) or find_measures(folded, folded, *span, language=language))


def is_order(folded: str, span: Span, lexicon: OrderLexicon, *, strict: bool) -> bool:
    """Whether the sentence tells somebody to do something; closing formulas do not."""
    if lexicon.formula.search(folded, *span):
        return False
    ordered, bound = gives_order(folded, *span, language=lexicon.language)
    if ordered:
        return bound or not strict
    text = folded[span[0] : span[1]]
    if lexicon.bound.search(text):
        return True
    return not strict and bool(lexicon.imperative.match(text) or lexicon.binding.search(text))


def says_nothing(folded: str, span: Span, lexicon: OrderLexicon) -> bool:
    """Whether a paragraph orders nothing, names nobody who answers, and says neither when nor how much."""
    language = lexicon.language
    if find_due(folded, *span, language=language) or find_measures(folded, folded, *span, language=language):
        return False
    if find_blocks(folded, (Paragraph(*span),), language=language):
        return False
    return not any(is_order(folded, s, lexicon, strict=False) for s in sentences(folded, *span, lexicon))
