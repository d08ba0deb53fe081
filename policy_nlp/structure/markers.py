"""Markers: the numbers, bullets and headings that open an item, with their place in their sequence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from policy_nlp.lexicon.load import table
from policy_nlp.lexicon.openings import guarded
from policy_nlp.structure.labels import label_pattern
from policy_nlp.structure.nesting import Nesting, reads_as_heading
from policy_nlp.structure.numerals import ordinal
from policy_nlp.structure.paragraphs import Field, Layout, Paragraph
from policy_nlp.structure.styles import ANNEX, BULLET, HEADING, INSIDE_LEVEL, PLAIN, TOP_LEVEL, Marker, Rank, Style

__all__ = ["ANNEX", "BULLET", "HEADING", "Marker", "Rank", "Scanner", "Style", "accepted", "scanner"]


class Scanner:
    """The numbering styles of one language, compiled."""

    def __init__(self, lexicon: Mapping[str, object], headings: Mapping[str, object], label: re.Pattern[str]) -> None:
        entries: list[dict[str, object]] = lexicon["styles"]  # type: ignore[assignment]
        self.styles = tuple(_style(entry) for entry in entries)
        patterns = tuple(str(entry["pattern"]).replace("(?P<n>", f"(?P<n{i}>") for i, entry in enumerate(entries))
        flags = re.IGNORECASE if lexicon.get("ignore_case") else 0
        self._leading = re.compile("|".join(guarded(p, f"(?P<s{i}>{p})") for i, p in enumerate(patterns)), flags)
        inner = [f"(?P<s{i}>{p})" for i, p in enumerate(patterns) if self.styles[i].inline or self.styles[i].runs]
        first = str(lexicon.get("first", ""))
        self._inner = re.compile((f"(?={first})(?:" + "|".join(inner) + ")") if inner else r"(?!)", flags)
        self._opening = frozenset(str(lexicon["opening"]))
        annex: dict[str, str] = lexicon["annex"]  # type: ignore[assignment]
        self._annex = re.compile(annex["pattern"], flags)
        self._free_annex = re.compile(annex.get("free", r"(?!)"), flags)
        names: dict[str, list[str]] = headings["names"]  # type: ignore[assignment]
        self._bare = frozenset(map(str.casefold, names["bare"]))
        self._label = label
        self.nests_as_written = lexicon.get("order") == "written"
        self._words: Mapping[str, int] = lexicon.get("numerals", {}).get("words", {})  # type: ignore[attr-defined]

    def leading(self, folded: str, paragraph: Paragraph) -> Marker | None:
        """Return the marker that opens `paragraph`, or None."""
        match = self._leading.match(folded, paragraph.start, paragraph.end)
        if match is not None:
            return self._marker(match, leading=True, layout=paragraph.layout, level=paragraph.level)
        if paragraph.layout is Layout.HEADING or self._is_bare(folded, paragraph):
            level = paragraph.level or TOP_LEVEL
            return Marker(HEADING, (level, 0), "", 0, paragraph.start, paragraph.start, True, paragraph.layout)
        if paragraph.layout is Layout.BULLET and not self._label.match(folded, paragraph.start, paragraph.end):
            rank = (PLAIN, BULLET.rank + paragraph.level)
            return Marker(BULLET, rank, "", 0, paragraph.start, paragraph.start, True, paragraph.layout)
        return None

    def _is_bare(self, folded: str, paragraph: Paragraph) -> bool:
        """Whether the paragraph is a heading by its name; a label with its colon leads in: `Milestones:`."""
        text = folded[paragraph.start : paragraph.end]
        labels = text.endswith(":") and self._label.match(text)
        return text.strip("【】[]:").casefold() in self._bare and not labels

    def inner(self, folded: str, start: int, end: int) -> Iterator[Marker]:
        """Yield what may be markers inside `[start, end)`, from left to right."""
        for match in self._inner.finditer(folded, start, end):
            if match.start() > start:
                yield self._marker(match, leading=False, layout=Layout.TEXT, level=0)

    def opens(self, folded: str, position: int) -> bool:
        """Whether the character before `position` lets an item begin there."""
        return position == 0 or folded[position - 1] in self._opening

    def annex(self, folded: str, paragraph: Paragraph) -> re.Match[str] | None:
        """Return the match of an annex label at the start of `paragraph`."""
        return self._annex.match(folded, paragraph.start, paragraph.end)

    def opens_annex(self, folded: str, paragraph: Paragraph) -> bool:
        """Whether `paragraph` is surely the heading of an annex, wherever it stands."""
        return self._free_annex.fullmatch(folded, paragraph.start, paragraph.end) is not None

    def _marker(self, match: re.Match[str], *, leading: bool, layout: Layout, level: int) -> Marker:
        index = int((match.lastgroup or "s0")[1:])
        style = self.styles[index]
        number = match[f"n{index}"] or ""
        depth = level if layout is Layout.HEADING else PLAIN
        rank = (depth, style.rank + number.count(".")) if style.numerals == "decimal" else (depth, style.rank)
        value = ordinal(number, style.numerals, self._words)
        return Marker(style, rank, number, value, match.start(), match.end(), leading, layout)


def _style(entry: Mapping[str, object]) -> Style:
    flags = {key: bool(entry.get(key, False)) for key in ("inline", "prose", "runs", "section", "labelled", "typed")}
    return Style(str(entry["id"]), str(entry["numerals"]), int(str(entry["rank"])), **flags)


@cache
def scanner(language: str) -> Scanner:
    """Return the scanner of a language."""
    return Scanner(table(language, "numbering"), table(language, "headings"), label_pattern(language))


def accepted(folded: str, paragraphs: Sequence[Paragraph], *, language: str) -> tuple[Marker, ...]:
    """Return the markers that really open items, in order: all leading ones, and inner ones that go on a sequence."""
    scan = scanner(language)
    chain = _Chain(folded, scan)
    texts = [(place, p) for place, p in enumerate(paragraphs) if p.layout is not Layout.CELL]
    firsts = [scan.leading(folded, paragraph) for _, paragraph in texts]
    for (place, paragraph), first, below in zip(texts, firsts, [*firsts[1:], None], strict=False):
        if first is not None:
            first = chain.placed(_in_record(first, paragraph), paragraph, place)
            chain.push(first)
        found = scan.inner(folded, first.end if first else paragraph.start, paragraph.end)
        inner = tuple(_in_record(marker, paragraph) for marker in found if not _is_name(paragraph))
        for marker, following in zip(inner, _next_alike(inner, below), strict=True):
            if chain.expects(marker, following):
                chain.push(chain.placed(marker, paragraph, place))
    return tuple(chain.markers)


def _in_record(marker: Marker, paragraph: Paragraph) -> Marker:
    """The marker with the depth that it has in a record: names below all other headings, items below the names."""
    if paragraph.field is None:
        return marker
    inside = paragraph.field is Field.WORK
    return replace(marker, rank=(INSIDE_LEVEL, marker.rank[1]) if inside else (paragraph.level, 0))


def _is_name(paragraph: Paragraph) -> bool:
    return paragraph.field in (Field.NAME, Field.CAPTION)


def _next_alike(markers: Sequence[Marker], below: Marker | None) -> list[Marker | None]:
    """The next marker of the same sequence behind each marker; the last one's may open the next paragraph, `below`."""
    found: list[Marker | None] = []
    last: dict[tuple[int, str], Marker] = {below.key: below} if below and below.style.runs else {}
    for marker in reversed(markers):
        found.append(last.get(marker.key))
        last[marker.key] = marker
    return found[::-1]


class _Chain:
    """The sequences that are open at a point of the text."""

    def __init__(self, folded: str, scan: Scanner) -> None:
        self.markers: list[Marker] = []
        self._folded = folded
        self._scan = scan
        self._stack: list[Marker] = []
        self._counted: dict[tuple[int, str], int] = {}
        self._nesting = Nesting() if scan.nests_as_written else None

    def placed(self, marker: Marker, paragraph: Paragraph, place: int) -> Marker:
        """Return `marker` with its rank in this document, where the language gives its style no fixed one."""
        if self._nesting is None or paragraph.field is not None:
            return marker
        return self._nesting.placed(marker, self._folded[marker.end : paragraph.end], place)

    def push(self, marker: Marker) -> None:
        """Take `marker` as the next item and close what it closes."""
        place = next((i for i, open_ in enumerate(self._stack) if open_.key == marker.key), None)
        if place is None:
            place = len(self._stack)
            while place > 0 and self._stack[place - 1].rank > marker.rank:
                place -= 1
        del self._stack[place:]
        self._stack.append(marker)
        self.markers.append(marker)
        self._counted[marker.key] = marker.ordinal

    def expects(self, marker: Marker, following: Marker | None) -> bool:
        """Whether an inner `marker` goes on an open sequence, or opens one that the `following` of its kind goes on."""
        if self._opens_run_in(marker):
            return True
        last = next((open_.ordinal for open_ in self._stack if open_.key == marker.key), 0)
        if not last and marker.style.runs and marker.ordinal == self._counted.get(marker.key, 0) + 1:
            last = marker.ordinal - 1  # numbers that go on across the items above them
        if self._repeats(marker, last):
            return True
        if marker.ordinal == 0 or not last < marker.ordinal <= last + (2 if marker.style.prose and last else 1):
            return False
        if not (self._scan.opens(self._folded, marker.start) or self._after_heading(marker)):
            return False
        if marker.style.runs and not self._ends_sentence(marker) and not self._after_heading(marker):
            return False
        return last > 0 or _has_second(marker, following)

    def _repeats(self, marker: Marker, last: int) -> bool:
        """Whether a sentence begins with the number of the one before it again: `2.清理河道。2.拆除违建。`."""
        again = marker.style.runs and 1 < marker.ordinal == last and self.markers[-1].key == marker.key
        return again and self._folded[marker.start - 1] in "。;"

    def _opens_run_in(self, marker: Marker) -> bool:
        """Whether a list opens right behind the heading of a section on the same line: `Sec. 2. Duties. (a) …`."""
        if not self.markers or not self.markers[-1].style.section or not self.markers[-1].leading:
            return False
        words = self._folded[self.markers[-1].end : marker.start]
        return (
            marker.ordinal == 1
            and "\n" not in words
            and words.rstrip(" —–").endswith(".")
            and reads_as_heading(words[:-2])
        )

    def _ends_sentence(self, marker: Marker) -> bool:
        before = self._folded[max(0, marker.start - 3) : marker.start].rstrip(" \n")
        return before[-1:] in tuple("。;:!?)”》")

    def _after_heading(self, marker: Marker) -> bool:
        """Whether only the words of a heading stand between the last marker and this one."""
        if not self.markers or not marker.style.runs:
            return False
        begin = self.markers[-1].end
        if not 1 < marker.start - begin <= 45:
            return False
        return not any(char in "。;,!?\n" for char in self._folded[begin : marker.start])


def _has_second(marker: Marker, following: Marker | None) -> bool:
    return following is not None and marker.ordinal < following.ordinal <= marker.ordinal + 2
