"""The outline of a plan: a tree of items, each with its heading, its own paragraphs and its children."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from policy_nlp.lexicon.load import table
from policy_nlp.schema import SectionType, Span
from policy_nlp.structure.labels import label_pattern
from policy_nlp.structure.markers import ANNEX, Marker, Rank, scanner
from policy_nlp.structure.nesting import LISTS
from policy_nlp.structure.paragraphs import Field, Layout, Paragraph
from policy_nlp.structure.plans import title_lexicon
from policy_nlp.structure.styles import CAPTION_LEVEL, INSIDE_LEVEL, NAME_LEVEL
from policy_nlp.text.ordered import within

_HEADING_LENGTH = 60


@dataclass(slots=True)
class Node:
    """An item of the outline while it is being built; the root of a plan has no marker.

    `tail` is what stands behind the last item of its list and belongs to the item as a whole.
    """

    marker: Marker | None
    start: int
    end: int
    level: int
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    tail: list[Paragraph] = field(default_factory=list)
    title: Span = (0, 0)
    type: SectionType = SectionType.TASKS

    @property
    def number(self) -> str:
        """The number as written, without punctuation."""
        return self.marker.number if self.marker else ""

    def walk(self) -> Iterator[Node]:
        """Yield this node and everything below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


class _Builder:
    """The items that are open at a point of the text."""

    def __init__(self, folded: str, span: Span) -> None:
        self._folded = folded
        self.root = Node(None, span[0], span[1], 0)
        self._open = [self.root]

    def open(self, marker: Marker) -> Node:
        """Open the item of `marker` under the item that it belongs to."""
        place = self._place(marker)
        del self._open[place:]
        parent = self._open[-1]
        node = Node(marker, marker.start, marker.end, len(self._open), parent)
        parent.children.append(node)
        self._open.append(node)
        return node

    def _place(self, marker: Marker) -> int:
        for index, node in enumerate(self._open):
            if node.marker and node.marker.key == marker.key and node.marker.rank == marker.rank:
                return index
        place = len(self._open)
        while place > 1 and (_rank(self._open[place - 1]) >= marker.rank or self._has_ended(place - 1, marker)):
            place -= 1
        return place

    def _has_ended(self, place: int, marker: Marker) -> bool:
        """Whether a bullet stands behind paragraphs that follow a numbered sentence, and not in the sentence's item."""
        node = self._open[place]
        if marker.style.id != "bullet" or _rank(node) < LISTS or node.number == "":
            return False
        return len(node.paragraphs) > 1 and self._folded[node.paragraphs[0].end - 1] in ".;"

    def leave(self, level: int) -> None:
        """Close the items of records from `level` on: what follows belongs to what stands above them."""
        while _rank(self._open[-1])[0] >= level:
            self._open.pop()

    @property
    def in_section(self) -> bool:
        """Whether a heading of the document stands above the records."""
        return any(0 <= _rank(node)[0] < CAPTION_LEVEL for node in self._open)

    def close(self, paragraph_start: int) -> None:
        """Close everything: what follows belongs to the plan itself."""
        del self._open[1:]

    @property
    def current(self) -> Node:
        """The item that text goes to."""
        return self._open[-1]


def _rank(node: Node) -> Rank:
    return node.marker.rank if node.marker else (-1, -1)


def build(
    folded: str,
    paragraphs: Sequence[Paragraph],
    markers: Sequence[Marker],
    span: Span,
    title: Span | None,
    *,
    language: str,
) -> Node:
    """Return the root of the outline of the plan at `span`."""
    builder = _Builder(folded, span)
    begin = max(span[0], title[1]) if title else span[0]
    inside = within(paragraphs, begin, span[1])
    by_start = within(markers, begin, span[1])
    body = by_start[0].end if by_start else span[0] + (span[1] - span[0]) // 4
    tail = Tail(folded, inside, body, language=language)
    last = {paragraph.record: paragraph.start for paragraph in inside if paragraph.field}
    cursor, closed, record_end = 0, False, 0
    for paragraph in inside:
        if tail.ends_body(paragraph):
            builder.close(paragraph.start)
            closed = True
        annex = tail.annex(paragraph)
        if annex is not None:
            builder.close(paragraph.start)
            _add(builder.open(annex), paragraph)
            closed = False
        while cursor < len(by_start) and by_start[cursor].start < paragraph.start:
            cursor += 1
        record_end = last.get(paragraph.record, record_end)
        if paragraph.field is not Field.WORK:
            behind = paragraph.start > record_end and builder.in_section
            builder.leave(NAME_LEVEL if behind else INSIDE_LEVEL)
        if closed:
            _add(builder.root, paragraph)
            continue
        cursor = _place_pieces(builder, paragraph, by_start, cursor, annex is not None)
    _finish(folded, builder.root, language=language)
    return builder.root


def _place_pieces(builder: _Builder, paragraph: Paragraph, markers: Sequence[Marker], cursor: int, taken: bool) -> int:
    """Give each piece of a paragraph, cut at its markers, to its item; return the index of the next marker."""
    start = paragraph.start
    while cursor < len(markers) and markers[cursor].start < paragraph.end:
        marker = markers[cursor]
        if marker.start > start:
            _add(builder.current, _part(paragraph, start, marker.start))
        builder.open(marker)
        start = marker.start
        cursor += 1
    if not (taken and start == paragraph.start):
        _add(builder.current, _part(paragraph, start, paragraph.end))
    return cursor


def _part(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    return paragraph.between(start, end)


def _add(node: Node, paragraph: Paragraph) -> None:
    node.paragraphs.append(paragraph)


class Tail:
    """Where the body of a plan ends: list of annexes, signature and date, remarks; and where an annex begins."""

    def __init__(self, folded: str, paragraphs: Sequence[Paragraph], body: int, *, language: str) -> None:
        tail = table(language, "headings")["tail"]
        self._folded = folded
        self._list = re.compile(tail["annexes"], re.IGNORECASE)
        self._date = title_lexicon(language).tail_date
        self._closing = re.compile(tail.get("closing", r"(?!)"), re.IGNORECASE)
        self._remark = re.compile(tail["remarks"], re.IGNORECASE)
        self._label = label_pattern(language)
        self._scan = scanner(language)
        self._after = {a.start: b for a, b in pairwise(paragraphs)}
        self._body = body
        self._ended = False

    def ends_body(self, paragraph: Paragraph) -> bool:
        """Whether the body's sections end before `paragraph`."""
        if paragraph.start < self._body or paragraph.layout is Layout.CELL or paragraph.field is not None:
            return False
        text = self._folded[paragraph.start : paragraph.end]
        signed = self._signs(paragraph, text)
        self._ended = self._ended or signed
        return signed or bool(len(text) < 400 and self._list.match(text) and not self._is_annex(paragraph))

    def _signs(self, paragraph: Paragraph, text: str) -> bool:
        if self._label.match(text) or self._scan.leading(self._folded, paragraph) is not None:
            return False
        if len(text) > 60 or self._remark.fullmatch(text):
            return len(text) <= 60
        if self._closing.match(text):
            return True
        if self._date.search(text) and "。" not in text and "," not in text:
            return True
        following = self._after.get(paragraph.start)
        if following is None or "。" in text or len(text) > 40:
            return False
        return bool(self._date.fullmatch(self._folded[following.start : following.end]))

    def annex(self, paragraph: Paragraph) -> Marker | None:
        """Return the marker of an annex that begins with `paragraph`."""
        return self._annex_marker(paragraph) if self._is_annex(paragraph) else None

    def _is_annex(self, paragraph: Paragraph) -> bool:
        if paragraph.start < self._body or paragraph.layout is Layout.CELL or paragraph.field is not None:
            return False
        match = self._scan.annex(self._folded, paragraph)
        if match is None or paragraph.end - paragraph.start > _HEADING_LENGTH:
            return False
        following = self._after.get(paragraph.start)
        if following is not None and following.layout is Layout.CELL:
            return True
        if self._folded[match.end() : match.end() + 1] == ":":
            return False
        return self._ended or match.end() == paragraph.end or self._scan.opens_annex(self._folded, paragraph)

    def _annex_marker(self, paragraph: Paragraph) -> Marker:
        match = self._scan.annex(self._folded, paragraph)
        assert match is not None
        return Marker(ANNEX, (-1, 0), match["n"], 0, paragraph.start, match.end(), True, paragraph.layout)


def _finish(folded: str, root: Node, *, language: str) -> None:
    """Set the ends, titles and types of all nodes."""
    typing = typing_of(language)
    for node in root.walk():
        if node.marker is None:
            continue
        node.title = heading_span(folded, node, typing.stops, typing.marked_stops)
        node.type = typing.of(folded, node)
    set_ends(root)


def set_ends(node: Node) -> int:
    """Set where the item and everything below it end; return the end."""
    end = max([node.end if node.marker else node.start, *(p.end for p in node.paragraphs + node.tail)])
    for child in node.children:
        end = max(end, set_ends(child))
    if node.marker is not None:
        node.end = end
    return node.end


def heading_span(folded: str, node: Node, stops: re.Pattern[str], marked_stops: re.Pattern[str]) -> Span:
    """Return where the words of the heading of `node` stand: to the first stop, or the whole first paragraph."""
    assert node.marker is not None
    first = node.paragraphs[0] if node.paragraphs else None
    start = node.marker.end
    while start < len(folded) and first and start < first.end and folded[start] in " \n、.．:*_|\t":
        start += 1
    end = first.end if first else start
    stop = (marked_stops if node.marker.layout is Layout.HEADING else stops).search(folded, start, end)
    return start, _before_bracket(folded, start, stop.start() if stop else max(start, end))


def _before_bracket(folded: str, start: int, end: int) -> int:
    """Leave out a bracket that the words of a heading only open: 夯实基础(责任单位:…."""
    opened = folded.rfind("(", start, end)
    return opened if opened > start and folded.find(")", opened, end) < 0 else end


class Typing:
    """What a heading says about its section."""

    def __init__(self, language: str) -> None:
        types = table(language, "headings")["types"]
        self.stops = re.compile(types["stops"])
        self.marked_stops = re.compile(types["marked_stops"])
        self._order = [(_type(name), heading_names(types["shape"], types[name])) for name in types["order"]]

    def of(self, folded: str, node: Node) -> SectionType:
        """Return the type of the section that `node` heads: its own at the top, its parent's below."""
        if node.marker and node.marker.style.id == "annex":
            return SectionType.ANNEX
        if node.parent is not None and node.parent.marker is not None:
            return node.parent.type
        if node.marker and node.marker.style.labelled and not node.marker.style.typed:
            return SectionType.TASKS
        return self._by_words(folded[node.title[0] : node.title[1]].replace("\n", "").strip())

    def _by_words(self, title: str) -> SectionType:
        if len(title) > _HEADING_LENGTH:
            return SectionType.TASKS
        return next((kind for kind, names in self._order if names.fullmatch(title)), SectionType.TASKS)


def _any_of(names: Sequence[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + ")" if names else "(?!)"


def heading_names(shape: str, names: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern of headings that hold one of `names` where `shape` allows names of its kind."""
    words, phrases = [n for n in names if " " not in n], [n for n in names if " " in n]
    parts = {"any": _any_of(names), "word": _any_of(words), "phrase": _any_of(phrases)}
    return re.compile(re.sub(r"\{(any|word|phrase)\}", lambda m: parts[m[1]], shape), re.IGNORECASE)


@cache
def typing_of(language: str) -> Typing:
    """Return the compiled types of headings of a language."""
    return Typing(language)


def _type(name: str) -> SectionType:
    return SectionType(name.split("_")[0])


def iterate(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield all nodes of several outlines but their roots."""
    for root in nodes:
        yield from (node for node in root.walk() if node.marker is not None)
