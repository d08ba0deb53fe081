"""Sentences that tell what was or is: their dates and quantities ask nothing of anybody."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from policy_nlp.lexicon.load import table
from policy_nlp.lexicon.openings import quick
from policy_nlp.lexicon.orders import order_pattern

_NUMBERED = re.compile(r"(?:[\s•*■\d.():|-]|\b[a-z]\b){0,12}")


class Telling:
    """The words by which a sentence tells, and those by which it binds all the same, for one lexicon."""

    def __init__(self, language: str, lexicon: str) -> None:
        context: Mapping[str, str] = table(language, lexicon)["context"]
        self._told = quick(context.get("told", r"(?!)"), re.IGNORECASE)
        self._binding = quick(context.get("binding", r""), re.IGNORECASE)
        self._past = quick(context.get("past_tense", r"(?!)"))
        self._imperative = order_pattern(language, "imperative")

    def tells(self, sentence: str, *, ended: bool = True) -> bool:
        """Return whether `sentence` only tells something; in one that is not `ended` a participle is no past tense.

        >>> dues = telling("en", "deadlines")
        >>> dues.tells("In 2019 there were six."), dues.tells("Open six in 2026.")
        (True, False)
        """
        told = self._told.search(sentence) or (ended and self._past.search(sentence))
        if not told or self._binding.search(sentence):
            return False
        opened = _NUMBERED.match(sentence)
        return self._imperative.match(sentence[opened.end() if opened else 0 :]) is None


@cache
def telling(language: str, lexicon: str) -> Telling:
    """Return the compiled words of telling of a lexicon."""
    return Telling(language, lexicon)
