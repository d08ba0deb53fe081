"""Which names can act: bodies, and what stands where only bodies stand; posts, persons and things cannot."""

from __future__ import annotations

import re
from functools import cache

from policy_nlp.extraction.lists import is_body, list_lexicon
from policy_nlp.lexicon.load import table


class SubjectLexicon:
    """What tells a body that acts from posts and things, in one language."""

    def __init__(self, language: str) -> None:
        subjects = table(language, "bodies")["subjects"]
        self.never = re.compile(subjects["never"])
        self.sole = re.compile(subjects["sole"])
        self.which = re.compile(subjects["which"])
        self.free = list_lexicon(language).free
        self.function = list_lexicon(language).function


@cache
def subject_lexicon(language: str) -> SubjectLexicon:
    """Return the compiled subjects of a language."""
    return SubjectLexicon(language)


def can_act(name: str, *, language: str, acts: bool) -> bool:
    """Return whether `name` is a body that a sentence may tell to act; `acts`: what it is told to do, only bodies do.

    >>> can_act("Harbor Board", language="en", acts=False), can_act("Harbor Master", language="en", acts=False)
    (True, False)
    >>> can_act("Moss Water", language="en", acts=True), can_act("Moss Water Plan", language="en", acts=True)
    (True, False)
    """
    lexicon = subject_lexicon(language)
    if lexicon.never.fullmatch(name):
        return False
    return is_body(name, language=language) or (acts and _acts(name, lexicon, language))


def may_be_body(name: str, *, language: str) -> bool:
    """Return whether `name` is that of a body behind words that only bodies follow.

    >>> may_be_body("Moss Rangers", language="en"), may_be_body("better results", language="en")
    (True, False)
    """
    lexicon = subject_lexicon(language)
    return bool(is_body(name, language=language) or lexicon.free.match(name) or _by_function(name, lexicon))


def _by_function(name: str, lexicon: SubjectLexicon) -> bool:
    """`Human Resources`, `Finance`: a division that is called by what it does."""
    return bool(lexicon.sole.fullmatch(name) or (" " in name and lexicon.function.fullmatch(name)))


def _acts(name: str, lexicon: SubjectLexicon, language: str) -> bool:
    """Whether a name that no head tells is a body where it is told to act: two words, or one known for it."""
    if _by_function(name, lexicon) or (" " in name and lexicon.free.match(name)):
        return True
    stem = lexicon.which.split(name, maxsplit=1)[0]
    return stem != name and is_body(stem, language=language)
