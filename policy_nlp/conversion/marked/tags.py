"""Tags in marked-up text: the text without them, and the stretches that they mark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from policy_nlp.errors import InputError
from policy_nlp.schema import Span

_OPENING = re.compile(r"<(?P<close>/?)(?P<name>[a-z]{1,20})")
_PART = re.compile(
    r"""\s{1,99}(?:~(?P<label>\w{1,40})|(?P<key>[a-z_]{1,20})=(?:"(?P<quoted>[^"]{0,20000})"|(?P<bare>[^\s<>"]{1,4000})))"""
)
_END = re.compile(r"\s{0,99}>")
_SPECIAL = re.compile(r"<!--(?P<comment>.*?)-->|<|&(?P<entity>lt|amp|quot);", re.DOTALL)
_ENTITIES = {"lt": "<", "amp": "&", "quot": '"'}
_AMBIGUOUS = re.compile(r"&(?=(?:lt|amp|quot);)")


@dataclass(frozen=True, slots=True)
class Element:
    """A marked stretch of text: its tag, what is said about it, and the line on which the tag opens."""

    tag: str
    fields: Mapping[str, str]
    span: Span
    line: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it stands in the marked-up text. One with a label is closed by its label and may cross other tags."""

    name: str
    label: str
    fields: Mapping[str, str]
    closes: bool
    end: int


def escaped(text: str) -> str:
    """Return `text` as it has to be written between tags; an ampersand stays where it cannot be misread.

    >>> escaped("R&D, PM2.5 < 35, &lt;")
    'R&D, PM2.5 &lt; 35, &amp;lt;'
    """
    return _AMBIGUOUS.sub("&amp;", text).replace("<", "&lt;")


def attribute(key: str, value: str) -> str:
    """Return an attribute as it has to be written in a tag, a blank before it.

    >>> attribute("n", "一"), attribute("value", ">=75%")
    (' n=一', ' value=">=75%"')
    """
    if re.fullmatch(r'[^\s<>"&]{1,4000}', value):
        return f" {key}={value}"
    return f' {key}="{_AMBIGUOUS.sub("&amp;", value).replace(chr(34), "&quot;")}"'


def scan(marked: str, *, tags: frozenset[str], path: str = "", first_line: int = 1) -> tuple[str, tuple[Element, ...]]:
    """Return the text without its tags and comments, and what the tags mark, in the order in which they open.

    Raises InputError with the line where a tag is unknown, malformed, never closed, or closed by another.

    >>> scan("由<lead of=t1>县教育局</lead>牵头。", tags=frozenset({"lead"}))
    ('由县教育局牵头。', (Element(tag='lead', fields={'of': 't1'}, span=(1, 5), line=1),))
    """
    reading = _Reading(marked, tags, path, first_line)
    cursor = 0
    while found := _SPECIAL.search(marked, cursor):
        reading.text(marked[cursor : found.start()])
        cursor = reading.special(found)
    reading.text(marked[cursor:])
    return reading.result()


@dataclass(slots=True)
class _Open:
    tag: Tag
    start: int
    line: int
    number: int


@dataclass(slots=True)
class _Reading:
    """How far the text has been read: its pieces, the tags that are open, the elements that are complete."""

    marked: str
    tags: frozenset[str]
    path: str
    line: int
    length: int = 0
    counted: int = 0
    opened: int = 0
    pieces: list[str] = field(default_factory=list)
    nested: list[_Open] = field(default_factory=list)
    labeled: dict[str, _Open] = field(default_factory=dict)
    complete: list[tuple[int, Element]] = field(default_factory=list)

    def text(self, piece: str) -> None:
        self.pieces.append(piece)
        self.length += len(piece)

    def special(self, found: re.Match[str]) -> int:
        """Take what is not plain text and return where reading goes on."""
        self._count_lines(found.start())
        if found["entity"]:
            self.text(_ENTITIES[found["entity"]])
            return found.end()
        if found["comment"] is not None:
            return found.end()
        tag = self._tag(found.start())
        if tag.closes:
            self._close(tag)
        else:
            self._open(tag)
        return tag.end

    def result(self) -> tuple[str, tuple[Element, ...]]:
        for left in [*self.nested, *self.labeled.values()]:
            raise InputError("markup_not_closed", path=self.path, place=f"line {left.line}", tag=_shown(left.tag))
        return "".join(self.pieces), tuple(element for _, element in sorted(self.complete, key=lambda one: one[0]))

    def _count_lines(self, position: int) -> None:
        self.line += self.marked.count("\n", self.counted, position)
        self.counted = position

    def _tag(self, start: int) -> Tag:
        head = _OPENING.match(self.marked, start)
        if not head or head["name"] not in self.tags:
            raise self._error("markup_unknown", tag=self.marked[start : start + 20], known=", ".join(sorted(self.tags)))
        fields, label, cursor = {}, "", head.end()
        while part := _PART.match(self.marked, cursor):
            cursor = part.end()
            if part["label"]:
                label = part["label"]
            else:
                fields[part["key"]] = _unescaped(part["bare"] if part["quoted"] is None else part["quoted"])
        end = _END.match(self.marked, cursor)
        if not end:
            raise self._error("markup_malformed", tag=self.marked[start : cursor + 20])
        return Tag(head["name"], label, fields, bool(head["close"]), end.end())

    def _open(self, tag: Tag) -> None:
        opened = _Open(tag, self.length, self.line, self.opened)
        self.opened += 1
        if not tag.label:
            self.nested.append(opened)
        elif self.labeled.setdefault(tag.label, opened) is not opened:
            raise self._error("markup_label_twice", label=tag.label)

    def _close(self, tag: Tag) -> None:
        opened = self.labeled.pop(tag.label, None) if tag.label else self.nested.pop() if self.nested else None
        if opened is None:
            raise self._error("markup_not_opened", tag=_shown(tag))
        if opened.tag.name != tag.name:
            raise self._error("markup_closed_by_other", tag=_shown(opened.tag), line=opened.line, other=_shown(tag))
        if opened.start == self.length:
            raise self._error("markup_empty", tag=_shown(opened.tag))
        element = Element(tag.name, opened.tag.fields, (opened.start, self.length), opened.line)
        self.complete.append((opened.number, element))

    def _error(self, code: str, **fields: object) -> InputError:
        return InputError(code, path=self.path, place=f"line {self.line}", **fields)


def _unescaped(value: str) -> str:
    return re.sub(r"&(lt|amp|quot);", lambda entity: _ENTITIES[entity[1]], value)


def _shown(tag: Tag) -> str:
    return f"<{'/' if tag.closes else ''}{tag.name}{' ~' + tag.label if tag.label else ''}>"
