"""Sections and leaves: which items of the outline have something below them, and what stands behind a list."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from functools import cache

from policy_nlp.lexicon.load import table, words
from policy_nlp.lexicon.orders import order_pattern
from policy_nlp.schema import SectionType
from policy_nlp.structure.labels import label_pattern
from policy_nlp.structure.nesting import reads_as_heading
from policy_nlp.structure.outline import Node
from policy_nlp.structure.paragraphs import Field, Layout, Paragraph
from policy_nlp.structure.tables import is_cell

_RUN_IN = 40
"""So many characters behind the words of a heading are text of its section."""
_FAR = 50
"""How many items before an item tell what kind of list it stands in."""


class SectionLexicon:
    """Names of sections and labels of lines in one language, compiled."""

    def __init__(self, language: str) -> None:
        headings = table(language, "headings")
        self.named = frozenset(words(language, "headings", "names.objectives"))
        self.principles = frozenset(words(language, "headings", "names.principles"))
        self.longest_name = int(headings["names"]["longest"])
        self.longest_alone = int(headings["names"]["alone"])
        self.alike = bool(headings["names"].get("alike", False))
        self.matter = re.compile(headings["names"].get("matter", r"(?!)"), re.IGNORECASE)
        self.imperative = order_pattern(language, "imperative")
        self.labelled = bool(headings["tail"]["labels_make_tasks"])
        self.who_or_when = label_pattern(language)
        self.contacts = re.compile(headings["tail"]["contacts"], re.IGNORECASE)
        self.label = re.compile(headings["tail"]["labels"], re.IGNORECASE)


@cache
def section_lexicon(language: str) -> SectionLexicon:
    """Return the compiled section lexicon of a language."""
    return SectionLexicon(language)


def is_section(folded: str, node: Node, *, language: str) -> bool:
    """Whether the item is a section: something stands below its heading, or its name says so."""
    if node.marker is None or node.marker.style.id == "bullet":
        return bool(node.marker and node.children) and _reads_as_heading(folded, node)
    if _holds_record(node):
        return True
    if node.children or node.marker.style.id in ("annex", "heading"):
        return bool(node.children or _holds_text(node))
    if node.type is SectionType.OBJECTIVES and _is_named(folded, node, section_lexicon(language)):
        return True
    if node.marker.style.section and _runs_in(node):
        return True
    if _names_matter(folded, node, section_lexicon(language)):
        return True
    if section_lexicon(language).alike and _is_like_its_list(folded, node, section_lexicon(language)):
        return True
    heads = node.level == 1 or node.marker.layout is Layout.HEADING or node.marker.style.section
    lexicon = section_lexicon(language)
    if heads:
        return heads_paragraphs(node) and _holds_text(node) and not _is_labelled(folded, node, lexicon)
    return _heads_several(folded, node, lexicon)


def _heads_alone(folded: str, node: Node, lexicon: SectionLexicon) -> bool:
    """Whether a short line holds nothing but the words of the item: `1.工地扬尘` above what is to be done about it."""
    if not heads_paragraphs(node) or is_in_sentence(node):
        return False
    line = node.paragraphs[0]
    short = line.end - node.title[0] <= lexicon.longest_alone and folded[line.end - 1] not in ":;,"
    return short and _holds_text(node) and not _is_labelled(folded, node, lexicon)


def _heads_several(folded: str, node: Node, lexicon: SectionLexicon) -> bool:
    """Whether the item heads several paragraphs that label nothing."""
    texts = [p for p in node.paragraphs[1:] if not (is_cell(p) or lexicon.who_or_when.match(folded, p.start, p.end))]
    return len(texts) > 1 and _heads_alone(folded, node, lexicon)


def _alike(node: Node) -> list[Node]:
    """The items of its kind near the item, itself among them."""
    siblings = node.parent.children if node.parent else []
    place = _place(node, siblings)
    near = siblings[max(0, place - _FAR) : place + _FAR]
    return [n for n in near if n.marker and node.marker and n.marker.key == node.marker.key]


def _runs_in(node: Node) -> bool:
    """Whether text goes on behind the words of the heading, on the same line."""
    return bool(node.paragraphs) and node.paragraphs[0].end - node.title[1] > _RUN_IN


def _names_matter(folded: str, node: Node, lexicon: SectionLexicon) -> bool:
    """Whether the number stands before the name of a matter, and the paragraph below it tells somebody to act."""
    if not heads_paragraphs(node) or not node.marker or (node.marker.style.labelled and not node.marker.style.section):
        return False
    title = folded[node.title[0] : node.title[1]].strip()
    if not reads_as_heading(title) or lexicon.matter.search(title) or lexicon.imperative.match(title):
        return False
    below = node.paragraphs[1]
    orders = lexicon.matter.search(folded, below.start, below.end)
    imperative = lexicon.imperative.match(folded[below.start : below.end])
    last = node.paragraphs[-1]
    goes_on = lexicon.matter.search(folded, last.start, last.end) and not _labels(folded, last, lexicon)
    return bool(orders) and not imperative and bool(goes_on or not _is_labelled(folded, node, lexicon))


def _is_like_its_list(folded: str, node: Node, lexicon: SectionLexicon) -> bool:
    """Whether the item heads paragraphs that label nothing, in a list of which most items hold items of their own."""
    if not heads_paragraphs(node) or _is_labelled(folded, node, lexicon):
        return False
    alike = _alike(node)
    holding = sum(bool(n.children) for n in alike)
    most = holding * 2 >= len(alike) or (holding > 0 and all(n.children or heads_paragraphs(n) for n in alike))
    return most and len(alike) > 1


def _holds_text(node: Node) -> bool:
    """Whether more stands below the heading than values that say who does it and when."""
    return any(not (is_cell(paragraph) and paragraph.field) for paragraph in node.paragraphs[1:])


def _holds_record(node: Node) -> bool:
    """Whether cells of a table stand below the heading, or the work of a record; values alone are those of an item."""
    below = node.paragraphs[1:] if node.paragraphs and node.paragraphs[0].field is not Field.WORK else []
    return any(p.field is Field.WORK or (is_cell(p) and p.field is None) for p in below)


def _reads_as_heading(folded: str, node: Node) -> bool:
    return bool(node.paragraphs) and folded[node.paragraphs[0].end - 1] not in "。.:;,"


def _is_labelled(folded: str, node: Node, lexicon: SectionLexicon) -> bool:
    """Whether lines below the heading say who does it and when: then it is what they do, and no section."""
    if not lexicon.labelled:
        return False
    labels = [lexicon.who_or_when.match(folded, p.start, p.end) for p in node.paragraphs[1:]]
    first = next((place for place, label in enumerate(labels) if label and label.lastgroup != "persons"), len(labels))
    return first < len(labels) and None not in labels[first:]


def _is_named(folded: str, node: Node, lexicon: SectionLexicon) -> bool:
    title = folded[node.title[0] : node.title[1]].strip().lower()
    return len(title) <= lexicon.longest_name and any(title.endswith(n) or title.startswith(n) for n in lexicon.named)


def heads_paragraphs(node: Node) -> bool:
    """Whether the first paragraph of the item holds nothing but the heading, and text follows it."""
    return len(node.paragraphs) > 1 and node.paragraphs[0].end - node.title[1] <= 2


def is_principle(folded: str, node: Node, *, language: str) -> bool:
    """Whether the item is one of a list of principles, which order nothing."""
    parent = node.parent
    if parent is None or parent.marker is None:
        return False
    return folded[parent.title[0] : parent.title[1]].strip() in section_lexicon(language).principles


def settle(folded: str, root: Node, *, language: str) -> None:
    """Give what stands behind the last item of a list to the section that holds the list."""
    lexicon = section_lexicon(language)
    nodes = list(root.walk())
    bullet_lists = {id(node) for node in nodes if _is_bullet_list(node)}
    for node in nodes:
        if node.marker is None or node.children:
            continue
        cut = _own(folded, node, lexicon)
        holder = _holder(node, bullet_lists)
        if cut < len(node.paragraphs) and holder is not None:
            holder.tail.extend(node.paragraphs[cut:])
            del node.paragraphs[cut:]


def _own(folded: str, node: Node, lexicon: SectionLexicon) -> int:
    """How many of its paragraphs a leaf keeps: its own, and the lines of its responsibility block."""
    paragraphs = node.paragraphs
    if any(paragraph.field is Field.WORK for paragraph in paragraphs):
        return _without_subheading(folded, node)
    heads = heads_paragraphs(node) and not _in_plain_list(folded, node, lexicon)
    if not is_in_sentence(node) and (len(paragraphs) < 2 or heads or _goes_on(node)):
        return len(paragraphs)
    cut = 2 if len(paragraphs) > 1 and folded[paragraphs[0].end - 1] == ":" and node.number else 1
    whole = _closes_list(folded, node, lexicon)
    while cut < len(paragraphs) and not whole and _belongs(folded, node, paragraphs[cut], lexicon):
        cut += 1
    return cut


def _closes_list(folded: str, node: Node, lexicon: SectionLexicon) -> bool:
    """Whether labels behind a bullet are those of its list: an empty line parts them, or no bullet before has any."""
    siblings = node.parent.children if node.parent else []
    if len(node.paragraphs) < 2 or not (node.marker and node.marker.style.id == "bullet"):
        return False
    place = _place(node, siblings)
    before = siblings[max(0, place - _FAR) : place]
    if any(len(n.paragraphs) > 1 and _labels(folded, n.paragraphs[1], lexicon) for n in before):
        return False
    bullet, label = node.paragraphs[:2]
    return bool(before) or folded.count("\n", bullet.end, label.start) > 1


def _labels(folded: str, paragraph: Paragraph, lexicon: SectionLexicon) -> bool:
    return bool(lexicon.label.match(folded, paragraph.start, paragraph.end))


def _without_subheading(folded: str, node: Node) -> int:
    """How many paragraphs are left of an item in a record without the words that only head the items after it."""
    ended = [folded[paragraph.end - 1] in "。.;!?:" for paragraph in node.paragraphs]
    heads = _goes_on(node) and len(ended) > 1 and ended[-2] and not ended[-1]
    return len(ended) - heads


def _in_plain_list(folded: str, node: Node, lexicon: SectionLexicon) -> bool:
    """Whether the items before this one hold a paragraph each and no text below it, so that this one heads nothing."""
    siblings = node.parent.children if node.parent else []
    place = _place(node, siblings)
    before = siblings[max(0, place - _FAR) : place]
    if _heads_alone(folded, node, lexicon) and any(map(_runs_in, before)):
        return False
    return bool(before) and all(
        _is_plain(folded, child, lexicon) and child.marker and child.marker.key == node.marker.key
        for child in before
        if node.marker
    )


def _is_plain(folded: str, node: Node, lexicon: SectionLexicon) -> bool:
    """Whether an item is one paragraph, with nothing but lines of a responsibility block below it."""
    labels = all(lexicon.label.match(folded, p.start, p.end) for p in node.paragraphs[1:])
    return labels and all(_is_inside(child) and _is_plain(folded, child, lexicon) for child in node.children)


def _is_inside(node: Node) -> bool:
    return node.marker is not None and not node.marker.leading


def is_in_sentence(node: Node) -> bool:
    """Whether the item stands in a list inside a paragraph, or in one of bullets."""
    marker = node.marker
    return marker is not None and (marker.style.prose or marker.style.id == "bullet" or not marker.leading)


def _goes_on(node: Node) -> bool:
    """Whether an item of its kind comes after the item in the same list."""
    siblings = node.parent.children if node.parent else []
    following = (siblings[place].marker for place in range(_place(node, siblings) + 1, len(siblings)))
    return any(marker and node.marker and marker.key == node.marker.key for marker in following)


def _place(node: Node, siblings: Sequence[Node]) -> int:
    return bisect_left(siblings, node.start, key=lambda sibling: sibling.start)


def _belongs(folded: str, node: Node, paragraph: Paragraph, lexicon: SectionLexicon) -> bool:
    """Whether a paragraph behind a leaf is a line of its responsibility block, or a cell below a numbered one."""
    if is_cell(paragraph):
        return node.number != ""
    if lexicon.contacts.match(folded, paragraph.start, paragraph.end):
        return False
    return _labels(folded, paragraph, lexicon)


def _holder(node: Node, bullet_lists: Set[int]) -> Node | None:
    """The section whose list ends with `node`."""
    while is_in_sentence(node) and node.parent is not None and node.parent.marker is not None:
        node = node.parent
        if id(node) in bullet_lists:
            return node
    return node.parent


def _is_bullet_list(node: Node) -> bool:
    return bool(node.children) and all(
        child.marker is not None and child.marker.style.id == "bullet" for child in node.children
    )
