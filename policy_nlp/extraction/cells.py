"""What a cell of a table holds: bodies, a due time, or words."""

from __future__ import annotations

from policy_nlp.extraction.lists import is_body, split_bodies
from policy_nlp.lexicon import rule_set

_LONGEST = 200


def holds_bodies(text: str, *, language: str) -> bool:
    """Whether `text` is a list of bodies and nothing else.

    >>> holds_bodies("县教育局、县财政局", language="zh"), holds_bodies("开展排查。", language="zh")
    (True, False)
    """
    if not text or len(text) > _LONGEST or text[-1] in "。;":
        return False
    spans = split_bodies(text, 0, len(text), language=language)
    sure = sum(is_body(text[start:end], language=language) for start, end in spans)
    return bool(spans) and 3 * sure >= 2 * len(spans)


def holds_due(text: str, *, language: str) -> bool:
    """Whether `text` is a due time and nothing else.

    >>> holds_due("2025年6月底前", language="zh")
    True
    """
    if not text or len(text) > 60:
        return False
    covered = sum(hit.span[1] - hit.span[0] for hit in rule_set(language, "deadlines").find(text))
    return covered >= 0.7 * len(text)
