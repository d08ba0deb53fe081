"""Labels before lists of bodies, due times and persons: what `label:` at the beginning of a line means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from policy_nlp.lexicon.load import table
from policy_nlp.lexicon.openings import quick

_COLON = r"[^\S\n]{0,4}[:]"
ROLES = ("lead", "co", "responsible")


@cache
def label_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of labels; the name of the group that matched (less `_whole`) says what a label means.

    >>> label_pattern("zh").match("牵头单位:市教育局").lastgroup
    'lead'
    """
    roles = table(language, "roles")
    names = "|".join(_parts(roles["labels"], roles.get("whole", {})))
    colon = roles.get("colon", _COLON)
    return quick(
        rf"[*_\[]{{0,3}}(?P<bracket>\()?(?:{names})[*_]{{0,3}}"
        rf"(?(bracket)\)(?:{colon}|(?=[^\S\n]{{0,4}}\w))|(?:\](?:{colon})?|{colon}))[*_]{{0,3}}[^\S\n]{{0,4}}",
        re.IGNORECASE,
    )


def _parts(labels: Mapping[str, Sequence[str]], whole: Mapping[str, Sequence[str]]) -> list[str]:
    ends = any_of(labels["ends"])
    parts = [f"(?P<{role}>(?:{any_of(labels[role])})[^\\S\\n]?(?:{ends}))" for role in ROLES]
    parts += [f"(?P<{role}>(?:{any_of(labels[role])}))" for role in ("persons", "deadline", "target")]
    return parts + [f"(?P<{role}_whole>(?:{any_of(names)}))" for role, names in whole.items()]


def any_of(names: Sequence[str]) -> str:
    """Return a pattern of some words, the longest first."""
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
