"""Walking a parsed page: lines and tables in the order in which a reader sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from policy_nlp.reading.grid import Grid
from policy_nlp.reading.html_data import tags
from policy_nlp.reading.html_line import BULLETS, Line, collapsed, list_number, with_number
from policy_nlp.reading.html_table import grid, is_data_table
from policy_nlp.reading.page import BlockKind

_BLOCKS = tags("blocks")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ol", "ul", "menu"})
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)")
_INTEGER = re.compile(r"\s*-?\d{1,6}")

Piece = Line | Grid
"""What a page is made of: lines and tables."""


def pieces(root: LexborNode) -> list[Piece]:
    """Return the lines and tables below `root`; nothing is left out because it was said before.

    >>> from selectolax.lexbor import LexborHTMLParser
    >>> [piece.text for piece in pieces(LexborHTMLParser("<ol><li>Survey<li>Repair</ol>").css("ol")[0].parent)]
    ['1. Survey', '2. Repair']
    """
    walk = _Walk()
    stack = [(child, False) for child in reversed(list(root.iter(include_text=True)))]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            walk.leave(node)
        elif walk.enter(node):
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(list(node.iter(include_text=True))))
    walk.flush()
    return walk.found


@dataclass(slots=True)
class _List:
    """A list that is open, and the number of its next item; None for bullets."""

    number: int | None
    step: int
    style: str


@dataclass(slots=True)
class _Walk:
    """The line being gathered, and what it will be."""

    found: list[Piece] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    next_line: tuple[BlockKind, int | None, str] = (BlockKind.PARAGRAPH, None, "")
    verbatim: int = 0

    def enter(self, node: LexborNode) -> bool:
        """Take up one node; whether its children follow."""
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "")
            return False
        if tag == "table" and is_data_table(node):
            self._table(node)
            return False
        self._open(node, tag)
        return tag not in ("-comment", "br", "hr")

    def _open(self, node: LexborNode, tag: str) -> None:
        if tag == "br":
            self._break()
        elif tag in _HEADINGS:
            self._start(BlockKind.HEADING, _HEADINGS[tag])
        elif tag == "li":
            self._item(node)
        elif tag in _LISTS:
            self.flush()
            self.lists.append(_list(node, tag))
        elif tag in _BLOCKS:
            self.flush()
            self.verbatim += tag == "pre"

    def leave(self, node: LexborNode) -> None:
        """Close one node whose children are done."""
        tag = node.tag or ""
        if tag in _BLOCKS or tag in _LISTS:
            self.flush()
        elif tag == "li" or tag in _HEADINGS:
            self._start(BlockKind.PARAGRAPH, None)
        if tag in _LISTS:
            self.lists.pop()
        self.verbatim -= tag == "pre"

    def flush(self) -> None:
        """End the line, if there is something on it."""
        text = collapsed("".join(self.inline))
        self.inline.clear()
        if text:
            kind, level, number = self.next_line
            self.found.append(Line(with_number(text, number), kind, level))
            self.next_line = (BlockKind.PARAGRAPH, None, "")

    def _start(self, kind: BlockKind, level: int | None, number: str = "") -> None:
        self.flush()
        self.next_line = (kind, level, number)

    def _text(self, text: str) -> None:
        first, *others = re.split(r"\r\n?|\n", text) if self.verbatim else [text]
        self.inline.append(first)
        for line in others:
            self.flush()
            self.inline.append(line)

    def _break(self) -> None:
        # A title set in two lines is still one title.
        if self.next_line[0] is BlockKind.HEADING:
            self.inline.append("\n")
        else:
            self.flush()

    def _item(self, node: LexborNode) -> None:
        number = self._number(node) if self.lists else ""
        self._start(BlockKind.LIST_ITEM, max(len(self.lists), 1), number)

    def _number(self, node: LexborNode) -> str:
        current = self.lists[-1]
        if current.number is None:
            return "" if current.style == "none" else BULLETS[min(len(self.lists), len(BULLETS)) - 1]
        value = _integer(node.attributes.get("value"), current.number)
        current.number = value + current.step
        return list_number(value, current.style)

    def _table(self, node: LexborNode) -> None:
        self.flush()
        caption = node.css_first("caption")
        if caption is not None:
            self.found.extend(pieces(caption))
        self.found.append(grid(node, cell_text))


def cell_text(cell: LexborNode) -> str:
    """Return all that a cell says on one line, its paragraphs joined by a space.

    >>> from selectolax.lexbor import LexborHTMLParser
    >>> cell_text(LexborHTMLParser("<div><p>Survey<p>Repair</div>").css("div")[0])
    'Survey Repair'
    """
    return " ".join(piece.text for piece in pieces(cell) if isinstance(piece, Line))


def _list(node: LexborNode, tag: str) -> _List:
    style = _STYLE.search((node.attributes.get("style") or "").lower())
    if tag != "ol":
        return _List(None, 1, style[1] if style else "")
    step = -1 if "reversed" in node.attributes else 1
    first = sum(child.tag == "li" for child in node.iter()) if step < 0 else 1
    return _List(_integer(node.attributes.get("start"), first), step, style[1] if style else _type(node))


def _type(node: LexborNode) -> str:
    return node.attributes.get("type") or "1"


def _integer(value: str | None, default: int) -> int:
    return int(value) if value is not None and _INTEGER.fullmatch(value) else default
