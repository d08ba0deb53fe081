"""How names of bodies are spelled in a language: the tables of `organizations.toml`, made ready for lookup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from policy_nlp.bodies.place_words import PlaceWords, any_of, by_word, place_words
from policy_nlp.bodies.record import Kind, Level
from policy_nlp.errors import LexiconError
from policy_nlp.lexicon.load import LANGUAGES, table
from policy_nlp.text.folding import fold

_BLANK = re.compile(r"\s+")
LONGEST_HEAD = 40


@dataclass(frozen=True, eq=False)
class Grammar:
    """The spelling rules of one language."""

    language: str
    joint: str
    space: str
    articles: tuple[str, ...]
    abbreviation: re.Pattern[str]
    first_countries: tuple[str, ...]
    equal: Mapping[str, str]
    heads: Mapping[str, Kind]
    head_levels: Mapping[str, Level]
    head_stops: frozenset[str]
    class_starts: tuple[str, ...]
    class_heads: Mapping[str, Kind]
    regions: PlaceWords
    compose: Mapping[str, str]
    stems: Mapping[str, str]
    no_stems: frozenset[str]
    down: Mapping[str, str]

    @cached_property
    def _spellings(self) -> re.Pattern[str]:
        return re.compile(any_of(self.equal))

    def tidy(self, quote: str) -> str:
        """Return `quote` on one line, without an article in front and a bracketed abbreviation behind.

        >>> grammar("en").tidy("the Department\\n  of Energy (DOE)")
        'Department of Energy'
        """
        text = _BLANK.sub(self.space, quote.strip())
        for article in self.articles:
            if text[: len(article)].casefold() == article:
                text = text[len(article) :]
        bracket = self.abbreviation.search(fold(text))
        return text[: bracket.start()] if bracket else text

    def comparable(self, name: str) -> str:
        """Return the form under which two spellings of one name are the same.

        >>> grammar("zh").comparable("发展和改革委员会") == grammar("zh").comparable("发展改革委")
        True
        """
        return self.alike(fold(self.tidy(name)))

    def alike(self, folded: str) -> str:
        """Return the comparable form of a name that is tidied and folded already."""
        text = self._spellings.sub(lambda found: self.equal[found[0]], f" {folded.casefold()} ")
        return _BLANK.sub(self.space, text.strip())

    def cuts(self, text: str) -> Iterator[int]:
        """Yield the offsets in `text` at which a part of it may begin, from the left.

        >>> list(grammar("en").cuts("City Council"))
        [0, 5]
        """
        if not self.joint:
            return iter(range(len(text)))
        return (at for at in range(len(text)) if at == 0 or text[at - 1] == self.joint)

    def closes(self, text: str, end: int) -> bool:
        """Return whether a part of `text` may end at `end`: where a word does, if words stand apart.

        >>> grammar("en").closes("City Council", 4), grammar("en").closes("City Council", 8)
        (True, False)
        """
        return not self.joint or end == len(text) or text[end] == self.joint

    def head(self, text: str, heads: Mapping[str, Any]) -> str | None:
        """Return the longest of `heads` in which the head of `text` ends, or None.

        >>> grammar("en").head("Ministry of Rivers and Lakes", grammar("en").heads)
        'ministry'
        """
        return next((found for part in self._segments(text) if (found := self._ending(part, heads))), None)

    def _ending(self, text: str, heads: Mapping[str, Any]) -> str | None:
        folded = text[-LONGEST_HEAD:].casefold()
        return next((folded[cut:] for cut in self.cuts(folded) if folded[cut:] in heads), None)

    def _segments(self, text: str) -> Iterator[str]:
        """Yield what may hold the head of a name: what stands before a stop, the last first, then the whole."""
        words = text.split(self.joint) if self.head_stops else []
        stops = [number for number, word in enumerate(words) if word.casefold() in self.head_stops]
        for number in reversed(stops):
            if not self._inside(words[: number - 1]):
                yield self.joint.join(words[:number]).rstrip(",")
        yield text

    def _inside(self, before: list[str]) -> bool:
        """Return whether what follows is inside another name: the Secretary in "Office of the Secretary of State"."""
        kept = [word.casefold() for word in before]
        if kept and f"{kept[-1]}{self.joint}" in self.articles:
            kept.pop()
        return bool(kept) and kept[-1] in self.head_stops


@cache
def grammar(language: str) -> Grammar:
    """Return the spelling rules of `language`; raises LexiconError where the lexicon lacks a table.

    >>> grammar("zh").heads["人民政府"].value
    'government'
    """
    content = table(language, "organizations")
    try:
        return _build(language, content)
    except (KeyError, ValueError, re.error) as error:
        raise LexiconError(f"lexicons/{language}/organizations.toml: {type(error).__name__}: {error}") from error


def _build(language: str, content: Mapping[str, Any]) -> Grammar:
    form, classes = content["form"], content["classes"]
    return Grammar(
        language,
        form["joint"],
        form["space"],
        tuple(form["articles"]),
        re.compile(form["abbreviation"]),
        tuple(form["first_countries"]),
        form["equal"],
        by_word(content["heads"], Kind),
        by_word(content["levels"], Level),
        frozenset(content["head_stops"]["words"]),
        tuple(sorted(classes["starts"], key=len, reverse=True)),
        by_word(classes["heads"], Kind),
        place_words(content["regions"], joint=form["joint"]),
        content["compose"],
        content["stems"],
        frozenset(content["no_stems"]["words"]),
        content["down"],
    )


def other_language(language: str) -> str:
    """Return the language that `name_other` is in.

    >>> other_language("zh")
    'en'
    """
    return next(code for code in LANGUAGES if code != language)
