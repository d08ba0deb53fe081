"""Spans in brat: one that runs over a line end has a fragment for each, for its files hold no line ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policy_nlp.schema import Span

# brat reads its files by lines as Python tells them apart: a form feed and a next-line character end one too.
_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_LINE = re.compile(f"[^{_BREAKS}]+")
_BREAK = re.compile(f"[{_BREAKS}]")


def fragments(text: str, span: Span) -> list[Span]:
    """Return the parts of `span` on each line; a span of nothing but line ends stays whole.

    >>> fragments("做好\\n排查。", (0, 6))
    [(0, 2), (3, 6)]
    """
    start, end = span
    return [line.span() for line in _LINE.finditer(text, start, end)] or [span]


def quoted(text: str, pieces: Sequence[Span]) -> str:
    """Return what brat writes behind the offsets: the fragments with a space between them.

    >>> quoted("做好\\n排查。", [(0, 2), (3, 6)])
    '做好 排查。'
    """
    return " ".join(_BREAK.sub(" ", text[start:end]) for start, end in pieces)


def envelope(pieces: Sequence[Span]) -> Span:
    """Return the span from the first fragment to the last.

    >>> envelope([(0, 2), (3, 6)])
    (0, 6)
    """
    return min(start for start, _ in pieces), max(end for _, end in pieces)


def written(text: str, span: Span) -> Span:
    """Return the span that a reader of brat's files sees of `span`, without line ends at its rims.

    >>> written("做好\\n排查。", (2, 6))
    (3, 6)
    """
    return envelope(fragments(text, span))


def on_one_line(note: str) -> str:
    """Return JSON without a character that brat would take for the end of a line.

    >>> on_one_line('{"title": "a\u2028b"}')
    '{"title": "a\\\\u2028b"}'
    """
    return _BREAK.sub(lambda sign: f"\\u{ord(sign[0]):04x}", note)
