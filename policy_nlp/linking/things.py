"""Abbreviations that a text introduces for something that cannot act: `Freedom of Information Act (FOIA)`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from policy_nlp.lexicon.load import table


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(table(language, "bodies")["things"]["introduced"])


@lru_cache(maxsize=2)
def things(folded: str, *, language: str) -> frozenset[str]:
    """Return the abbreviations that stand for something which cannot act.

    >>> sorted(things("the Clean Rivers Act (CRA) and the Rivers Agency (RA)", language="en"))
    ['CRA']
    """
    return frozenset(found["name"] for found in _pattern(language).finditer(folded))
