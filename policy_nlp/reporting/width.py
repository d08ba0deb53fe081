"""How wide text is in a terminal, where a Han character takes two columns, and how it breaks into lines."""

from __future__ import annotations

import re
from unicodedata import category, combining, east_asian_width

_WIDE = frozenset("WF")
_HIDDEN = frozenset({"Mn", "Me", "Cf"})
# A run of Latin letters stays together; Han characters may part anywhere.
_PIECE = re.compile(r"[ -\u2fff]*?(?:[ ]|(?=[\u3000-\uffef])|$)|.", re.DOTALL)


def width(text: str) -> int:
    """Return how many columns `text` takes.

    >>> width("任务 1"), width("e\\u0301")
    (6, 1)
    """
    return sum(map(_columns, text))


def padded(text: str, columns: int) -> str:
    """Return `text` with spaces behind it up to `columns`.

    >>> padded("任务", 6)
    '任务  '
    """
    return text + " " * (columns - width(text))


def wrapped(text: str, columns: int) -> list[str]:
    """Return `text` on lines of at most `columns`; words stay whole where they can.

    >>> wrapped("由市水务局牵头", 8)
    ['由市水务', '局牵头']
    >>> wrapped("led by the Agency", 8)
    ['led by', 'the', 'Agency']
    """
    lines = [""]
    for piece in _pieces(text, columns):
        if width(lines[-1]) + width(piece.rstrip()) > columns:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def printable(text: str) -> str:
    """Return `text` on one line without control characters, which could steer a terminal.

    >>> printable("a\\tb\\x1b[31m\\n")
    'a b [31m'
    """
    return " ".join("".join(" " if category(char) == "Cc" else char for char in text).split())


def _columns(char: str) -> int:
    if combining(char) or category(char) in _HIDDEN:
        return 0
    return 2 if east_asian_width(char) in _WIDE else 1


def _pieces(text: str, columns: int) -> list[str]:
    found = [piece for piece in _PIECE.findall(text) if piece]
    return [part for piece in found for part in ([piece] if width(piece) <= columns else list(piece))]
