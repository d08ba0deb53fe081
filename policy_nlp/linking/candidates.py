"""What may be a task: the leaves of the outline, ordering paragraphs, and rows of task tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from policy_nlp.extraction.actors import find_actors
from policy_nlp.lexicon.load import table, words
from policy_nlp.schema import SectionType, Span
from policy_nlp.structure.outline import Node
from policy_nlp.structure.paragraphs import Layout, Paragraph
from policy_nlp.structure.tables import is_cell

_SENTENCE = re.compile(r"[^。!?\n]*(?:[。!?]|\n|$)")


@dataclass(slots=True)
class Candidate:
    """A task in the making. `measured` where it is one only with a deadline or a target of its own.

    `pieces` are the stretches of text that are its own; `node` is the outline item that it is, or that it stands under.
    """

    start: int
    end: int
    number: str
    node: Node
    section: Node | None
    measured: bool = False
    leaf: bool = False
    pieces: list[Span] = field(default_factory=list)
    title: Span = (0, 0)


class OrderLexicon:
    """What makes a sentence an order, in one language."""

    def __init__(self, language: str) -> None:
        orders = table(language, "actors")["orders"]
        headings = table(language, "headings")
        self.language = language
        self.imperative = re.compile(orders["imperative"], re.IGNORECASE)
        self.binding = re.compile(orders["binding"], re.IGNORECASE)
        self.formula = re.compile(headings["formulas"]["pattern"], re.IGNORECASE)
        self.contacts = re.compile(headings["tail"]["contacts"], re.IGNORECASE)
        self.named = frozenset(words(language, "headings", "names.objectives"))
        self.principles = frozenset(words(language, "headings", "names.principles"))
        self.sentence = re.compile(orders.get("sentence", _SENTENCE.pattern))


@cache
def order_lexicon(language: str) -> OrderLexicon:
    """Return the compiled order lexicon of a language."""
    return OrderLexicon(language)


def is_section(folded: str, node: Node, *, language: str) -> bool:
    """Whether the item is a section: something stands below its heading, or its name says so."""
    if node.marker is None or node.marker.style.id == "bullet":
        return bool(node.marker and node.children)
    if any(map(is_cell, node.paragraphs)):
        return True
    if node.children or node.marker.style.id in ("annex", "heading"):
        return bool(node.children or len(node.paragraphs) > 1)
    if node.type is SectionType.OBJECTIVES and _is_named(folded, node, order_lexicon(language)):
        return True
    return (node.level == 1 or node.marker.layout is Layout.HEADING) and _heads_paragraphs(folded, node)


def _is_named(folded: str, node: Node, lexicon: OrderLexicon) -> bool:
    title = folded[node.title[0] : node.title[1]].strip().lower()
    return len(title) <= 12 and any(title.endswith(name) or title.startswith(name) for name in lexicon.named)


def _heads_paragraphs(folded: str, node: Node) -> bool:
    """Whether the first paragraph holds nothing but the heading, and text follows it."""
    if len(node.paragraphs) < 2:
        return False
    first = node.paragraphs[0]
    return first.end - node.title[1] <= 2


def candidates(folded: str, root: Node, *, language: str) -> list[Candidate]:
    """Return the candidates of a plan in the order of the text, those of tables left out."""
    lexicon = order_lexicon(language)
    found: list[Candidate] = []
    for node in root.walk():
        found.extend(_of_node(folded, node, lexicon))
    return sorted(found, key=lambda c: (c.start, c.end))


def _of_node(folded: str, node: Node, lexicon: OrderLexicon) -> Iterator[Candidate]:
    if node.type is SectionType.ANNEX:
        return
    if node.marker is None:
        yield from _prose(folded, node, _root_paragraphs(node), None, lexicon, strict=bool(node.children))
    elif is_section(folded, node, language=lexicon.language):
        yield from _in_section(folded, node, lexicon)
    elif not _is_principle(folded, node, lexicon):
        yield from _leaf(folded, node, lexicon)


def _root_paragraphs(root: Node) -> list[Paragraph]:
    if not root.children:
        return root.paragraphs
    return [p for p in root.paragraphs if p.start < root.children[0].start]


def _is_principle(folded: str, node: Node, lexicon: OrderLexicon) -> bool:
    parent = node.parent
    return (
        parent is not None
        and parent.marker is not None
        and folded[parent.title[0] : parent.title[1]].strip() in lexicon.principles
    )


def _in_section(folded: str, node: Node, lexicon: OrderLexicon) -> Iterator[Candidate]:
    """Prose of a section: what stands beside its heading where nothing below it is numbered, measures where it states aims."""
    own = _after_heading(node)
    if node.type is SectionType.OBJECTIVES:
        yield from _measures(folded, node, own, lexicon)
    else:
        numbered = any(child.marker and child.marker.style.id != "bullet" for child in node.children)
        yield from _prose(folded, node, own, node, lexicon, strict=numbered)


def _after_heading(node: Node) -> list[Paragraph]:
    """The own text of a section, its heading left out."""
    kept = []
    for paragraph in node.paragraphs:
        start = max(paragraph.start, node.title[1])
        if start < paragraph.end:
            kept.append(
                Paragraph(
                    start,
                    paragraph.end,
                    paragraph.layout,
                    paragraph.level,
                    paragraph.table,
                    paragraph.row,
                    paragraph.column,
                )
            )
    return kept


def _measures(folded: str, node: Node, own: Sequence[Paragraph], lexicon: OrderLexicon) -> Iterator[Candidate]:
    for paragraph in own:
        for start, end in sentences(folded, paragraph.start, paragraph.end, lexicon):
            yield Candidate(start, end, "", node, node, measured=True, pieces=[(start, end)])


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


def _leaf(folded: str, node: Node, lexicon: OrderLexicon) -> Iterator[Candidate]:
    """A leaf with its own paragraphs; what stands behind the last one of a list belongs to the list's section."""
    assert node.marker is not None
    own, rest = _own_and_rest(folded, node)
    if own:
        measured = node.type is SectionType.OBJECTIVES
        pieces = [(max(p.start, node.marker.end), p.end) for p in own]
        start = node.start if node.number else pieces[0][0]
        yield Candidate(start, own[-1].end, node.number, node, _section_of(node), measured, True, pieces, node.title)
    holder = _holder(node)
    if rest and holder is not None:
        yield from _prose(folded, holder, rest, holder if holder.marker else None, lexicon, strict=False)


def _section_of(node: Node) -> Node | None:
    parent = node.parent
    return parent if parent is not None and parent.marker is not None else None


def _in_sentence(node: Node) -> bool:
    return node.marker is not None and (
        node.marker.style.prose or node.marker.style.id == "bullet" or not node.marker.leading
    )


def _holder(node: Node) -> Node | None:
    """The item whose list ends with `node`."""
    while _in_sentence(node) and node.parent is not None and node.parent.marker is not None:
        node = node.parent
        if not _in_sentence(node) and not _is_bullet_list(node):
            break
    return (
        node.parent
        if node.marker is not None and not node.children
        else (node.parent if not _is_bullet_list(node) else node)
    )


def _is_bullet_list(node: Node) -> bool:
    return bool(node.children) and all(
        child.marker is not None and child.marker.style.id == "bullet" for child in node.children
    )


def _own_and_rest(folded: str, node: Node) -> tuple[list[Paragraph], list[Paragraph]]:
    paragraphs = node.paragraphs
    if len(paragraphs) < 2:
        return paragraphs, []
    if _in_sentence(node):
        cut = 1
    elif _heads_paragraphs(folded, node) or _next_sibling(node):
        return paragraphs, []
    else:
        cut = 1
    while cut < len(paragraphs) and _belongs(folded, paragraphs[cut]):
        cut += 1
    return paragraphs[:cut], paragraphs[cut:]


def _next_sibling(node: Node) -> bool:
    siblings = node.parent.children if node.parent else []
    return bool(siblings) and siblings[-1] is not node


_LABEL_LINE = re.compile(r"[*_(\[【]{0,3}[^\s,。;:]{2,12}[*_\]】]{0,3} ?:|[*_]{0,2}\(")


def _belongs(folded: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph behind a leaf is a line of its responsibility block."""
    return bool(_LABEL_LINE.match(folded, paragraph.start, paragraph.end))


def _prose(
    folded: str,
    node: Node,
    paragraphs: Sequence[Paragraph],
    section: Node | None,
    lexicon: OrderLexicon,
    *,
    strict: bool,
) -> Iterator[Candidate]:
    """Paragraphs that order something. `strict`: only where a body is told to do it."""
    for paragraph in paragraphs:
        if (
            paragraph.layout in (Layout.CELL, Layout.HEADING)
            or _is_lead_in(folded, paragraph)
            or lexicon.contacts.match(folded, paragraph.start, paragraph.end)
        ):
            continue
        span = ordering_span(folded, paragraph, lexicon, strict=strict)
        if span is not None:
            yield Candidate(*span, "", node, section, pieces=[span])


def _is_lead_in(folded: str, paragraph: Paragraph) -> bool:
    return folded[paragraph.end - 1] in ":"


def ordering_span(folded: str, paragraph: Paragraph, lexicon: OrderLexicon, *, strict: bool) -> Span | None:
    """Return the whole paragraph where its first sentence is an order, else from the first to the last ordering sentence."""
    spans = list(sentences(folded, paragraph.start, paragraph.end, lexicon))
    orders = [span for span in spans if is_order(folded, span, lexicon, strict=strict)]
    if not orders:
        return None
    if orders[0] == spans[0]:
        return spans[0][0], spans[-1][1]
    return orders[0][0], orders[-1][1]


def is_order(folded: str, span: Span, lexicon: OrderLexicon, *, strict: bool) -> bool:
    """Whether the sentence tells somebody to do something; closing formulas do not."""
    if lexicon.formula.search(folded, *span):
        return False
    actors = find_actors(folded, *span, language=lexicon.language)
    if actors:
        return not strict or any(mention.rule == "actor.modal" for mention in actors)
    text = folded[span[0] : span[1]]
    return not strict and bool(lexicon.imperative.match(text) or lexicon.binding.search(text))
