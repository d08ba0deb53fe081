"""What a match of a pattern can begin with: one look at a character spares most rules most tries."""

from __future__ import annotations

import re
from collections import deque

_TOKEN = re.compile(
    r"\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]"
    r"|\((?:\?(?:P<\w+>|<?[=!]|[:>]|-?[a-z]+:))?|[*+?][+?]?|\{\d*,?\d*\}[+?]?|.",
    re.DOTALL,
)
_NOTHING = frozenset({r"\b", r"\B", r"\A", r"\Z", "^", "$"})
_LOOKS = ("(?=", "(?!", "(?<")
_REPEAT = re.compile(r"[*+?]|\{\d")
_PERHAPS = re.compile(r"[*?]|\{0")

Opening = tuple[str | None, bool]
"""The inside of a character class (None: any character), and whether the pattern can also match nothing."""


def guarded(pattern: str, inner: str) -> str:
    """Return `inner` behind a look at the first character, where `pattern` can begin with certain ones only.

    >>> guarded("(?:by )?[12]\\\\d|ab", "…")
    '(?=[b12a])…'
    >>> guarded("(?:by )?", "…")
    '…'
    """
    opening, empty = _any_of(deque(_TOKEN.findall(pattern)))
    return inner if empty or not opening else f"(?=[{opening}]){inner}"


def quick(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern compiled so that it is tried only where the character is one that it can begin with.

    >>> quick("north|south").pattern
    '(?=[ns])(?:north|south)'
    """
    return re.compile(guarded(pattern, f"(?:{pattern})"), flags)


def _any_of(tokens: deque[str]) -> Opening:
    """What the alternatives begin with up to the end of their group."""
    found: list[Opening] = []
    while True:
        found.append(_sequence(tokens))
        if not tokens or tokens.popleft() == ")":
            return _union([opening for opening, _ in found]), any(empty for _, empty in found)


def _sequence(tokens: deque[str]) -> Opening:
    """What comes first up to the next `|` or `)`; what may be left out lets the next begin, too."""
    openings: list[str | None] = []
    open_still = True
    while tokens and tokens[0] not in ("|", ")"):
        opening, empty = _item(tokens)
        if open_still:
            openings.append(opening)
        open_still = open_still and empty
    return _union(openings), open_still


def _item(tokens: deque[str]) -> Opening:
    token = tokens.popleft()
    known = token != "(" or next(iter(tokens), "") != "?"  # a condition or a flag opens otherwise
    opening, empty = _any_of(tokens) if token[0] == "(" else _character(token)
    if token == "(?i:":
        opening = _in_both_cases(opening)
    opening = opening if known else None
    if token.startswith(_LOOKS):
        opening, empty = "", True
    if tokens and _REPEAT.match(tokens[0]):
        empty = _PERHAPS.match(tokens.popleft()) is not None or empty
    return opening, empty


def _character(token: str) -> Opening:
    if token in _NOTHING:
        return "", True
    if token[0] == "[":
        return _inside(token[1:-1]), False
    if token == ".":
        return None, False
    return (token if token[0] == "\\" else re.escape(token)), False


def _in_both_cases(opening: str | None) -> str | None:
    r"""The letters in both cases; `\s` would become another class."""
    return None if opening is None or "\\" in opening else opening + opening.swapcase()


def _inside(members: str) -> str | None:
    """The members of a class so that others can stand beside them."""
    if members[0] in "^]":
        return None
    return re.sub(r"^-|-$", r"\\-", members)


def _union(openings: list[str | None]) -> str | None:
    known = [opening for opening in openings if opening is not None]
    return "".join(dict.fromkeys(known)) if len(known) == len(openings) else None
