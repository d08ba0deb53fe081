"""Patterns of orders: the words by which sentences tell somebody to act."""

from __future__ import annotations

import re
from functools import cache

from policy_nlp.lexicon.joining import expand
from policy_nlp.lexicon.load import table


@cache
def order_pattern(language: str, name: str) -> re.Pattern[str]:
    """Return the pattern of this name among those by which orders are known, its fragments expanded.

    >>> bool(order_pattern("en", "imperative").match("Draw up a map."))
    True
    """
    actors = table(language, "actors")
    written = actors["orders"].get(name, "")
    return re.compile(expand(written, actors.get("fragments", {}), f"orders.{name}"), re.IGNORECASE)
