"""Alternations of many words, tried by their first letter: where case counts for nothing, `re` tries every branch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

_MANY = 20
"""Fewer branches are tried as fast one after another."""
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_WORD = re.compile(r"[A-Za-z](?![*+?{])")
_ALIKE = {"i": "İı", "k": "\u212a", "s": "ſ"}
"""What else is the same letter where case counts for nothing."""


def by_first_letter(pattern: str) -> str:
    """Return a pattern that finds, ignoring case, what `pattern` finds; many branches are tried by their first letter.

    >>> by_first_letter("(?:north|south)")
    '(?:north|south)'
    >>> words = "(?:" + "|".join(f"{letter}{digit}" for letter in "ab" for digit in range(10)) + ")"
    >>> by_first_letter(words)
    '(?:(?-i:[aA])(?:0|1|2|3|4|5|6|7|8|9)|(?-i:[bB])(?:0|1|2|3|4|5|6|7|8|9))'
    """
    if not pattern.startswith("(?:") or not pattern.endswith(")"):
        return pattern
    branches = list(_branches(pattern[3:-1]))
    if len(branches) < _MANY:
        return pattern
    return f"(?:{'|'.join(_grouped(branches))})"


def _branches(pattern: str) -> Iterator[str]:
    """The branches of a pattern; none where what looked like its outer group is not."""
    depth, branch = 0, ""
    for token in _TOKEN.findall(pattern):
        depth += (token == "(") - (token == ")")
        if depth < 0:
            return
        if depth == 0 and token == "|":
            yield branch
            branch = ""
        else:
            branch += token
    yield branch


def _grouped(branches: list[str]) -> Iterator[str]:
    """Branches that open with letters, letter by letter; the order of those that can match at one place stays."""
    for worded, run in groupby(branches, key=lambda branch: _WORD.match(branch) is not None):
        if not worded:
            yield from run
            continue
        letters: dict[str, list[str]] = {}
        for branch in run:
            letters.setdefault(branch[0].lower(), []).append(branch[1:])
        for letter, rest in letters.items():
            yield f"(?-i:[{letter}{letter.upper()}{_ALIKE.get(letter, '')}])(?:{'|'.join(rest)})"
