"""Paragraphs that are tasks though they order nothing: someone answers for them, or a label calls them a goal."""

from __future__ import annotations

import re
from functools import cache

from policy_nlp.extraction.blocks import find_blocks
from policy_nlp.lexicon.load import table
from policy_nlp.schema import Span
from policy_nlp.structure.labels import label_pattern
from policy_nlp.structure.paragraphs import Paragraph

_BESIDE = 2
"""So many line breaks, one of an empty line among them, part a paragraph from the label that belongs to it."""


class AnswerLexicon:
    """The labels below what is to be done, and before what is to be reached, in one language."""

    def __init__(self, language: str) -> None:
        tail = table(language, "headings")["tail"]
        self.language = language
        self.labels_make_tasks = bool(tail["labels_make_tasks"])
        self.label = label_pattern(language)
        self.goal = re.compile(tail["goals"], re.IGNORECASE)


@cache
def answer_lexicon(language: str) -> AnswerLexicon:
    """Return the compiled labels of a language."""
    return AnswerLexicon(language)


def is_answered(folded: str, paragraph: Paragraph, following: Paragraph | None, *, language: str) -> bool:
    """Whether a responsibility block closes the paragraph, at its end or on the line right below it.

    >>> text = "在建工地安装喷淋。\\n责任单位:市住建局"
    >>> is_answered(text, Paragraph(0, 9), Paragraph(10, 19), language="zh")
    True
    """
    lexicon = answer_lexicon(language)
    if not lexicon.labels_make_tasks or lexicon.label.match(folded, paragraph.start, paragraph.end):
        return False
    if following is not None and _is_who_or_when(folded, following, lexicon):
        return folded.count("\n", paragraph.end, following.start) <= _BESIDE
    blocks = find_blocks(folded, (paragraph,), language=language)
    return len(blocks) == 1 and bool(blocks[0].mentions) and paragraph.start < blocks[0].span[0]


def _is_who_or_when(folded: str, paragraph: Paragraph, lexicon: AnswerLexicon) -> bool:
    label = lexicon.label.match(folded, paragraph.start, paragraph.end)
    return label is not None and label.lastgroup != "target"


def goal_span(folded: str, paragraph: Paragraph, *, language: str) -> Span | None:
    """Return what stands behind the label of a goal, or None where the paragraph is none.

    >>> goal_span("整改目标:漏登率控制在1%以内。", Paragraph(0, 17), language="zh")
    (5, 17)
    """
    label = answer_lexicon(language).goal.match(folded, paragraph.start, paragraph.end)
    return (label.end(), paragraph.end) if label and label.end() < paragraph.end else None
