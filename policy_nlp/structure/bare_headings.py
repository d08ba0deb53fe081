"""Headings that nothing marks: short lines without punctuation above a paragraph, in a text without marked headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from policy_nlp.lexicon.load import table
from policy_nlp.structure.markers import scanner
from policy_nlp.structure.outline import heading_names
from policy_nlp.structure.paragraphs import Layout, Paragraph
from policy_nlp.structure.styles import BARE_LEVEL, HEADING, REPEATED_LEVEL, TOP_LEVEL

_MARKED_HEADINGS = 2
"""So many headings that the layout marks show that there are no others."""
_BARE_HEADINGS = 2
"""So many lines that look like headings are some in a text that numbers nothing, where empty lines part them."""


class BareLexicon:
    """What headings look like that nothing marks, in one language."""

    def __init__(self, language: str) -> None:
        headings = table(language, "headings")
        bare, types = headings["bare"], headings["types"]
        known = [word for name in ("objectives", "schedule", "safeguards", "reporting") for word in types[name]]
        self.shape = re.compile(bare["pattern"], re.IGNORECASE)
        self.names = heading_names(types["shape"], known)
        self.bare = frozenset(map(str.casefold, headings["names"]["bare"]))
        self.body = int(bare["body"])
        self.most_words = int(bare["most_words"])
        self.most_numbered = int(bare["most_numbered"])
        self.needs_blank = bool(bare["needs_blank"])
        self.repeats = bool(bare["repeats"])


@cache
def bare_lexicon(language: str) -> BareLexicon:
    """Return the compiled lexicon of bare headings of a language."""
    return BareLexicon(language)


def mark(folded: str, paragraphs: Sequence[Paragraph], *, language: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs with bare headings laid out as headings, where the text has hardly any other ones."""
    lexicon = bare_lexicon(language)
    scan = scanner(language)
    leading = [None if p.layout is Layout.CELL or p.field else scan.leading(folded, p) for p in paragraphs]
    numbered = sum(bool(marker and marker.ordinal) for marker in leading)
    headed = sum(paragraph.layout is Layout.HEADING and not paragraph.field for paragraph in paragraphs)
    if numbered >= lexicon.most_numbered or headed >= _MARKED_HEADINGS:
        return tuple(paragraphs)
    heads = _heads(folded, paragraphs, [marker is not None for marker in leading], lexicon)
    if not any(leading) and not (lexicon.needs_blank and sum(heads) >= _BARE_HEADINGS):
        return tuple(paragraphs)
    if lexicon.repeats:
        heads = [
            head or (marker is not None and marker.style is HEADING)
            for head, marker in zip(heads, leading, strict=True)
        ]
    levels = _Levels(folded, paragraphs, heads, lexicon)
    return tuple(
        replace(paragraph, layout=Layout.HEADING, level=levels.of(index)) if heads[index] else paragraph
        for index, paragraph in enumerate(paragraphs)
    )


class _Levels:
    """How high the bare headings of a text stand."""

    def __init__(
        self, folded: str, paragraphs: Sequence[Paragraph], heads: Sequence[bool], lexicon: BareLexicon
    ) -> None:
        self._lexicon = lexicon
        self._heads = heads
        self._texts = [folded[p.start : p.end] if head else "" for p, head in zip(paragraphs, heads, strict=True)]
        self._times = Counter(text.casefold() for text in self._texts)
        self._body = heads.index(False) if False in heads else len(heads)
        self._cased = any(text and not text.isupper() for text in self._texts[self._body :])

    def of(self, index: int) -> int:
        """Return the level of the heading at `index`: high right above another one, or in capitals beside others."""
        text = self._texts[index]
        if not self._lexicon.repeats:
            return TOP_LEVEL if self._is_named(text) else BARE_LEVEL
        if self._times[text.casefold()] > 1:
            return REPEATED_LEVEL
        holds = index > self._body and index + 1 < len(self._heads) and self._heads[index + 1]
        return TOP_LEVEL if holds or (self._cased and text.isupper()) or self._is_named(text) else BARE_LEVEL

    def _is_named(self, text: str) -> bool:
        return bool(self._lexicon.names.fullmatch(text)) or text.casefold() in self._lexicon.bare


def _heads(folded: str, paragraphs: Sequence[Paragraph], opened: Sequence[bool], lexicon: BareLexicon) -> list[bool]:
    """Whether each paragraph is a heading; one above another heading is told from the end."""
    found: list[bool] = []
    for index, before, paragraph in _backwards(paragraphs):
        shaped = (
            paragraph.layout is Layout.TEXT
            and not (opened[index] or paragraph.field)
            and _has_shape(folded, paragraph, lexicon)
        )
        parted = not lexicon.needs_blank or (before is not None and _is_parted(folded, before, paragraph))
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        held = following is not None and _holds(
            folded, following, opened[index + 1], bool(found) and found[-1], lexicon
        )
        found.append(shaped and parted and held)
    return found[::-1]


def _backwards(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, Paragraph | None, Paragraph]]:
    for index in range(len(paragraphs) - 1, -1, -1):
        yield index, paragraphs[index - 1] if index else None, paragraphs[index]


def _has_shape(folded: str, paragraph: Paragraph, lexicon: BareLexicon) -> bool:
    text = folded[paragraph.start : paragraph.end]
    return bool(lexicon.shape.fullmatch(text)) and len(text.split()) <= lexicon.most_words


def _is_parted(folded: str, before: Paragraph, paragraph: Paragraph) -> bool:
    return folded.count("\n", before.end, paragraph.start) > 1


def _holds(folded: str, following: Paragraph, opened: bool, headed: bool, lexicon: BareLexicon) -> bool:
    """Whether a heading may stand above `following`: a paragraph; an item, lead-in or heading where such nest."""
    if lexicon.needs_blank and (opened or headed or following.field or folded[following.end - 1] == ":"):
        return True
    return following.layout in (Layout.TEXT, Layout.BULLET) and following.end - following.start >= lexicon.body
