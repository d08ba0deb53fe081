"""The language of a text, told by its script, and the stretches of a page that is written in two."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HAN = re.compile(r"[\u3400-\u9fff]+")
_WORD = re.compile(r"[A-Za-z]{2,40}")
_SIGN_OF_OTHER = {"zh": _WORD, "en": _HAN}
_SAMPLE = 5_000
_SHORT = 400
"""A stretch of the other language shorter than this belongs to the text around it."""

Stretch = tuple[int, int, str]
"""Where a stretch begins and ends, and its language."""


def detect(text: str) -> str:
    """Return "zh" or "en": the language that most of the beginning of `text` is written in.

    >>> detect("各地要加强领导"), detect("The Department will publish a plan.")
    ('zh', 'en')
    """
    sample = text[:_SAMPLE]
    return _by_count(_characters(sample), len(_WORD.findall(sample))) or "en"


def _characters(text: str) -> int:
    """How many Chinese characters the text holds."""
    return len("".join(_HAN.findall(text)))


def _by_count(han: int, words: int) -> str | None:
    """The language that the counts of Chinese characters and of words in letters speak for, if any does."""
    if han == 0 and words == 0:
        return None
    return "zh" if han and 2 * han >= words else "en"


def stretches(text: str) -> tuple[Stretch, ...]:
    """Return the stretches of `text`, each in one language; they cover it from end to end.

    >>> stretches("各地要加强领导。")
    ((0, 8, 'zh'),)
    """
    whole = detect(text)
    merged: list[Stretch] = []
    for start, end, language in _without_short(list(_runs(text, whole)), whole):
        if merged and merged[-1][2] == language:
            merged[-1] = (merged[-1][0], end, language)
        else:
            merged.append((start, end, language))
    return tuple(merged) or ((0, len(text), whole),)


def _runs(text: str, whole: str) -> Iterator[Stretch]:
    """Lines of one language in a row; a line that speaks for none goes with the one before.

    Only a line that holds a sign of the other language is counted.
    """
    start, current, read = 0, whole, 0
    while sign := _SIGN_OF_OTHER[current].search(text, read):
        begin, read = text.rfind("\n", 0, sign.start()) + 1, text.find("\n", sign.end()) + 1 or len(text)
        line = text[begin:read]
        language = _by_count(_characters(line), len(_WORD.findall(line))) or current
        if language != current:
            if begin > start:
                yield start, begin, current
            start, current = begin, language
    if start < len(text):
        yield start, len(text), current


def _without_short(runs: list[Stretch], whole: str) -> Iterator[Stretch]:
    """Short runs take the language of what stands before them, or of the whole."""
    before = whole
    for start, end, language in runs:
        before = language if end - start >= _SHORT else before
        yield start, end, before
