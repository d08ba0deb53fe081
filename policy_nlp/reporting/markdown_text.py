"""Text and tables as Markdown that shows a document's own words as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from policy_nlp.reporting.pipe_table import pipe_table

# What Markdown or the HTML inside it would take for markup.
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~&])")


def plain(content: str) -> str:
    """Return `content` on one line, each character that means something in Markdown escaped.

    >>> print(plain("a|b\\n<b>*c*"))
    a\\|b \\<b\\>\\*c\\*
    """
    return _MARKUP.sub(r"\\\1", " ".join(content.split()))


def words_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of text, its cells escaped.

    >>> print(words_table(["Task"], [["Survey *all*"]]))
    | Task |
    | --- |
    | Survey \\*all\\* |
    """
    return pipe_table([*map(plain, headings)], ([*map(plain, row)] for row in rows), figures=False)
