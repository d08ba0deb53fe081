"""Folded text in lower case, still one character for one character."""

from __future__ import annotations

from policy_nlp.text.folding import fold

_ASCII = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def lowered(text: str) -> str:
    """Return the folded text in lower case, of the same length: where a letter would become two, only ASCII is lowered.

    >>> lowered("Q３ （ＦＹ24）")
    'q3 (fy24)'
    """
    folded = fold(text)
    lower = folded.lower()
    return lower if len(lower) == len(folded) else folded.translate(_ASCII)
