"""Posts: who answers for a task in person, where a label or a column asks for the one in charge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from policy_nlp.lexicon.load import table
from policy_nlp.schema import Span

_PIECE = re.compile(r"[^、,;/\n]{2,30}")


@cache
def _post(language: str) -> re.Pattern[str]:
    return re.compile(table(language, "roles")["persons"]["post"], re.IGNORECASE)


def find_posts(folded: str, start: int, end: int, *, language: str) -> Iterator[Span]:
    """Yield the posts in the list at `[start, end)`; the name of a person alone is none.

    >>> text = "分管副县长、王某某"
    >>> [text[a:b] for a, b in find_posts(text, 0, len(text), language="zh")]
    ['分管副县长']
    """
    for piece in _PIECE.finditer(folded, start, end):
        begin, stop = piece.span()
        while begin < stop and folded[begin].isspace():
            begin += 1
        while stop > begin and (folded[stop - 1].isspace() or folded[stop - 1] in "。."):
            stop -= 1
        if _post(language).fullmatch(folded, begin, stop):
            yield begin, stop
