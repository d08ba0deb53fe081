"""What a comparison knows of a language: words that tell nothing, directions, what only the template's level does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from policy_nlp.lexicon import rule_set
from policy_nlp.lexicon.load import table, words

_NAME = "comparison"


@dataclass(frozen=True, slots=True)
class ComparisonLexicon:
    """The word lists and patterns of one language."""

    stops: frozenset[str]
    stopped: re.Pattern[str]
    breaks: re.Pattern[str]
    parts: re.Pattern[str]
    aside: re.Pattern[str]
    names: re.Pattern[str]
    lower_is_better: re.Pattern[str]
    better_first: frozenset[str]
    whole_area: re.Pattern[str]
    any_body: frozenset[str]
    class_of_bodies: re.Pattern[str]
    for_each: re.Pattern[str]
    each_one: re.Pattern[str]
    working_days: re.Pattern[str]
    lead_word: re.Pattern[str]
    list_gap: re.Pattern[str]
    open_list: re.Pattern[str]
    any_department: re.Pattern[str]
    any_government: re.Pattern[str]
    self_reference: re.Pattern[str]
    dated_line: re.Pattern[str]
    government: str
    duties: tuple[tuple[str, re.Pattern[str]], ...]
    genres: tuple[str, ...]


@cache
def lexicon(language: str) -> ComparisonLexicon:
    """Return the word lists of `language`.

    >>> bool(lexicon("zh").lower_is_better.search("事故起数"))
    True
    """
    stops = frozenset(words(language, _NAME, "words.stops"))
    patterns = table(language, _NAME)["patterns"]
    return ComparisonLexicon(
        stops=stops,
        stopped=_any(words(language, _NAME, "words.levels")),
        any_body=frozenset(words(language, _NAME, "words.any_body")),
        better_first=frozenset(words(language, _NAME, "words.better_first")),
        lower_is_better=_any(words(language, _NAME, "words.lower_is_better")),
        whole_area=_any(words(language, _NAME, "words.whole_area")),
        duties=tuple((f"@{name}", re.compile(form)) for name, form in table(language, _NAME)["duties"].items()),
        government=str(table(language, _NAME)["government"]),
        genres=words(language, _NAME, "words.genres"),
        **{name: re.compile(pattern, re.IGNORECASE | re.MULTILINE) for name, pattern in patterns.items()},
    )


def only_above(text: str, language: str) -> str | None:
    """Return what kind of work `text` is that only the template's own level can do; None where it is not.

    >>> only_above("修订自治区安全生产条例", "zh")
    'law'
    """
    hit = next(rule_set(language, _NAME).find(text), None)
    return str(hit.rule.yields["reason"]) if hit else None


def _any(forms: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of any of `forms`, the longer ones first."""
    return re.compile("|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)), re.IGNORECASE)
