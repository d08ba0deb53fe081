"""When the fiscal year of a plan's issuer begins: what the text says of it, else signs of who issued it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from policy_nlp.lexicon.load import table
from policy_nlp.schema import Span

_JANUARY = 1
_READ = 20_000
"""How much of a plan is searched for signs."""


class FiscalLexicon:
    """What tells when fiscal years begin, in one language."""

    def __init__(self, language: str) -> None:
        deadlines = table(language, "deadlines")
        content: Mapping[str, Any] = deadlines.get("fiscal", {})
        cues: Sequence[Mapping[str, Any]] = content.get("cues", ())
        self.months: Mapping[str, int] = deadlines["words"].get("months", {})
        self.mentions = re.compile(content.get("mentions", r"(?!)"))
        self.said = re.compile(content.get("said", r"(?!)"), re.IGNORECASE)
        self.cues = tuple((int(cue["month"]), re.compile(cue["pattern"])) for cue in cues)


@cache
def fiscal_lexicon(language: str) -> FiscalLexicon:
    """Return the compiled fiscal lexicon of a language."""
    return FiscalLexicon(language)


def fiscal_start(text: str, plan: Span, *, language: str) -> int:
    """Return the month in which the issuer's fiscal year begins, January where nothing tells another.

    >>> text = "Open six hubs by Q2 FY2025. The financial year runs from 1 April."
    >>> fiscal_start(text, (0, len(text)), language="en")
    4
    """
    lexicon = fiscal_lexicon(language)
    start, end = plan[0], min(plan[1], plan[0] + _READ)
    if lexicon.mentions.search(text, start, plan[1]) is None:
        return _JANUARY
    said = lexicon.said.search(text, start, end)
    if said is not None:
        return lexicon.months[said["month"].lower()]
    counts = [(len(cue.findall(text, start, end)), month) for month, cue in lexicon.cues]
    most, month = max(counts, key=lambda pair: pair[0], default=(0, _JANUARY))
    return month if most else _JANUARY
