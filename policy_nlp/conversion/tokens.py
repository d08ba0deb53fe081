"""Cutting a text into tokens so that every mark begins and ends between two of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from policy_nlp.schema import Span

# Han characters one by one, other words whole: a plan in Chinese has no spaces to cut at.
_HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"\s|[{_HAN}]|[^\W{_HAN}]+|.", re.DOTALL)


def tokens(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return the tokens of `text`, white space among them, one after the other without a gap.

    >>> [text[a:b] for text in ["县水务局 by2026"] for a, b in tokens(text, [(5, 7)])]
    ['县', '水', '务', '局', ' ', 'by', '2026']
    """
    cuts = sorted({place for span in spans for place in span})
    return [piece for match in _TOKEN.finditer(text) for piece in _cut(match.span(), cuts)]


def _cut(token: Span, cuts: Sequence[int]) -> Iterator[Span]:
    start, end = token
    for place in cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]:
        yield start, place
        start = place
    yield start, end


def words(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return the tokens of `text` that are not white space.

    >>> words("a  b\\n", [])
    [(0, 1), (3, 4)]
    """
    return [(start, end) for start, end in tokens(text, spans) if not text[start:end].isspace()]
