"""What may be a task: the leaves of the outline, and paragraphs that order something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby

from policy_nlp.linking.answered import goal_span, is_answered
from policy_nlp.linking.orders import (
    OrderLexicon,
    is_formula,
    is_no_prose,
    item_end,
    leads_in,
    order_lexicon,
    ordering_span,
    says_nothing,
    sentences,
)
from policy_nlp.linking.told import told_items
from policy_nlp.linking.works import is_item, listing, works_of
from policy_nlp.schema import SectionType, Span
from policy_nlp.structure.outline import Node
from policy_nlp.structure.paragraphs import Field, Layout, Paragraph
from policy_nlp.structure.sections import is_principle, is_section
from policy_nlp.structure.tables import is_cell


class Need(StrEnum):
    """What a sentence has to hold to be a task."""

    NOTHING = "nothing"
    DUE = "due"
    MEASURE = "measure"


@dataclass(slots=True)
class Candidate:
    """A task in the making, which is one only with what it needs.

    A `goal` stands behind a label of its own. `pieces` are the stretches of text that are its own; `node` is the item
    of the outline that it is, or that it stands under.
    """

    start: int
    end: int
    number: str
    node: Node
    section: Node | None
    need: Need = Need.NOTHING
    leaf: bool = False
    pieces: list[Span] = field(default_factory=list)
    title: Span = (0, 0)
    goal: bool = False


def candidates(folded: str, root: Node, *, language: str) -> list[Candidate]:
    """Return the candidates of a plan in the order of the text, those of tables left out."""
    lexicon = order_lexicon(language)
    found: list[Candidate] = []
    for node in root.walk():
        found.extend(_of_node(folded, node, lexicon))
    told = told_items(folded, root, lexicon)
    found = [candidate for candidate in found if not (candidate.leaf and id(candidate.node) in told)]
    found.sort(key=lambda c: (c.start, c.end))
    if found and found[-1].leaf:
        _leave_out_afterword(folded, found[-1], lexicon)
    return found


def _leave_out_afterword(folded: str, last: Candidate, lexicon: OrderLexicon) -> None:
    """Paragraphs behind the last item of a plan that order, date, measure and name nothing are no part of it."""
    while len(last.pieces) > 1 and says_nothing(folded, last.pieces[-1], lexicon):
        last.pieces.pop()
        last.end = last.pieces[-1][1]


def _of_node(folded: str, node: Node, lexicon: OrderLexicon) -> Iterator[Candidate]:
    yield from _recorded(folded, node, lexicon)
    if node.type is SectionType.ANNEX and not is_item(node):
        return
    if node.marker is None:
        yield from _before_sections(folded, node, lexicon)
    elif is_section(folded, node, language=lexicon.language):
        yield from _in_section(folded, node, lexicon)
    elif not is_principle(folded, node, language=lexicon.language):
        yield from _leaf(folded, node, lexicon)
    yield from _behind_list(folded, node, lexicon)


def _behind_list(folded: str, node: Node, lexicon: OrderLexicon) -> Iterator[Candidate]:
    """What stands behind the list of a section: what it orders, or states where the section states aims."""
    if node.type is SectionType.OBJECTIVES:
        yield from _stated(folded, node, node.tail, lexicon, need=Need.MEASURE)
    else:
        yield from _prose(folded, node, node.tail, lexicon, strict=False)


def _recorded(folded: str, node: Node, lexicon: OrderLexicon) -> Iterator[Candidate]:
    """The works of records: one that lists no items is one task, of another what it orders before them."""
    listed = listing(node)
    for record, group in groupby(works_of(node), key=lambda paragraph: paragraph.record):
        paragraphs = list(group)
        if record in listed:
            yield from _prose(folded, node, paragraphs, lexicon, strict=True)
            continue
        pieces = [(paragraph.start, paragraph.end) for paragraph in paragraphs]
        yield Candidate(pieces[0][0], pieces[-1][1], "", node, section_of(node), pieces=pieces, title=pieces[0])


def _before_sections(folded: str, root: Node, lexicon: OrderLexicon) -> Iterator[Candidate]:
    """What a plan orders or dates before its first heading; all of its prose where it has none."""
    first = root.children[0].start if root.children else None
    own = [p for p in root.paragraphs if (first is None or p.start < first) and not p.field]
    orders = list(_prose(folded, root, own, lexicon, strict=first is not None))
    yield from orders
    if first is not None and not orders:
        yield from _stated(folded, root, own, lexicon, need=Need.DUE)


def _in_section(folded: str, node: Node, lexicon: OrderLexicon) -> Iterator[Candidate]:
    """Prose of a section: what its paragraphs order, or what they state where the section states aims."""
    own = _after_heading(node)
    if node.type is SectionType.OBJECTIVES:
        yield from _stated(folded, node, own, lexicon, need=Need.MEASURE)
    else:
        numbered = any(child.marker and child.marker.style.id != "bullet" for child in node.children)
        yield from _prose(folded, node, own, lexicon, strict=numbered)


def _after_heading(node: Node) -> list[Paragraph]:
    """The own text of a section, its heading and records left out."""
    heading = node.title[1]
    own = (p for p in node.paragraphs if p.end > heading and not p.field)
    return [p if p.start >= heading else replace(p, start=heading) for p in own]


def _stated(
    folded: str, node: Node, own: Sequence[Paragraph], lexicon: OrderLexicon, *, need: Need
) -> Iterator[Candidate]:
    """Sentences outside of tables that are tasks if they hold what is needed."""
    for paragraph in (p for p in own if not is_cell(p)):
        spans = list(sentences(folded, paragraph.start, paragraph.end, lexicon))
        for start, end in spans[: -1 if leads_in(folded, paragraph) else None]:
            if lexicon.formula.search(folded, start, end) or not lexicon.aims.search(folded[start:end]):
                continue
            yield Candidate(start, end, "", node, section_of(node), need, pieces=[(start, end)])


def section_of(node: Node) -> Node | None:
    """Return the item itself, or None for the root of a plan."""
    return node if node.marker is not None else None


def _leaf(folded: str, node: Node, lexicon: OrderLexicon) -> Iterator[Candidate]:
    """A numbered item or a bullet without items below it."""
    own = [p for p in node.paragraphs if p.field in (None, Field.NAME, Field.WORK)]
    if node.marker is None or node.children or not own or is_formula(folded, own, lexicon):
        return
    pieces = [(max(p.start, node.marker.end), p.end) for p in own]
    pieces[-1] = (pieces[-1][0], item_end(folded, *pieces[-1], lexicon))
    start = node.start if node.number else pieces[0][0]
    section = section_of(node.parent) if node.parent else None
    need = Need.MEASURE if node.type is SectionType.OBJECTIVES and not is_item(node) else Need.NOTHING
    if need is Need.MEASURE and _only_tells(folded[pieces[0][0] : pieces[-1][1]], lexicon):
        return
    yield Candidate(start, pieces[-1][1], node.number, node, section, need, True, pieces, node.title)


def _only_tells(text: str, lexicon: OrderLexicon) -> bool:
    """Whether an item among the objectives states what there is or was, and no aim."""
    return lexicon.states.search(text) is not None and lexicon.aims.search(text) is None


def _prose(
    folded: str, node: Node, paragraphs: Sequence[Paragraph], lexicon: OrderLexicon, *, strict: bool
) -> Iterator[Candidate]:
    """Paragraphs that order something. `strict`: only where a body is told to do it."""
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], None], strict=False):
        if paragraph.layout in (Layout.CELL, Layout.HEADING) or is_no_prose(folded, paragraph, lexicon):
            continue
        goal = goal_span(folded, paragraph, language=lexicon.language)
        if goal is not None:
            yield Candidate(*goal, "", node, section_of(node), Need.MEASURE, pieces=[goal], goal=True)
            continue
        opens = lexicon.lead_ins_order and (leads_in(folded, paragraph) or _runs_into_list(paragraph, node))
        span = ordering_span(folded, paragraph, lexicon, strict=strict, leads_in=opens)
        heads = paragraph.start <= node.title[1] if node.marker else bool(node.children)
        if span is None and not heads and is_answered(folded, paragraph, following, language=lexicon.language):
            span = paragraph.start, paragraph.end
        if span is not None:
            yield Candidate(*span, "", node, section_of(node), pieces=[span])


def _runs_into_list(paragraph: Paragraph, node: Node) -> bool:
    """Whether the list of an item goes on in the paragraph's last sentence."""
    return any(0 <= child.start - paragraph.end < 2 for child in node.children)
