"""How names of bodies are spelled in a language: the tables of `organizations.toml`, made ready for lookup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

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
    bare_place: re.Pattern[str]
    named_place: re.Pattern[str]
    first_countries: tuple[str, ...]
    equal: Mapping[str, str]
    heads: Mapping[str, Kind]
    head_levels: Mapping[str, Level]
    head_stops: frozenset[str]
    class_starts: tuple[str, ...]
    class_heads: Mapping[str, Kind]
    region_words: Mapping[str, Level]
    region_suffixes: Mapping[str, Level]
    region_prefixes: Mapping[str, Level]
    region_seats: Mapping[str, Kind]
    region_own: tuple[str, ...]
    not_words: tuple[str, ...]
    not_places: tuple[str, ...]
    longest_place: int
    trailing: tuple[str, ...]
    translations: Mapping[str, str]
    attributive: Mapping[str, str]
    compose: Mapping[str, str]
    stems: Mapping[str, str]
    down: Mapping[str, str]

    @cached_property
    def place_opening(self) -> re.Pattern[str]:
        """Return the pattern of the words that open the name of a place (City of …)."""
        return re.compile(f"({_either(self.region_prefixes)}){self.joint}.", re.IGNORECASE)

    @cached_property
    def place_ending(self) -> re.Pattern[str]:
        """Return the pattern of the words that end the name of a place (…市, … County)."""
        return re.compile(f"(?<=.){self.joint}({_either(self.region_suffixes)})$", re.IGNORECASE)

    @cached_property
    def _spellings(self) -> re.Pattern[str]:
        return re.compile(_either(self.equal))

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
    form, regions, classes = content["form"], content["regions"], content["classes"]
    return Grammar(
        language,
        form["joint"],
        form["space"],
        tuple(form["articles"]),
        re.compile(form["abbreviation"]),
        re.compile(form["bare_place"]),
        re.compile(form["named_place"]),
        tuple(form["first_countries"]),
        form["equal"],
        {word: Kind(kind) for kind, words in content["heads"].items() for word in words},
        _levels(content["levels"]),
        frozenset(content["head_stops"]["words"]),
        tuple(sorted(classes["starts"], key=len, reverse=True)),
        {word: Kind(kind) for kind, words in classes["heads"].items() for word in words},
        _levels(regions["words"]),
        _levels(regions["suffixes"]),
        _levels(regions["prefixes"]),
        {word: Kind(kind) for kind, words in regions["seats"].items() for word in words},
        tuple(regions["own"]),
        tuple(regions["not_words"]),
        tuple(regions["not_places"]),
        regions["longest_place"],
        tuple(regions["trailing"]),
        regions["translations"],
        regions["attributive"],
        content["compose"],
        content["stems"],
        content["down"],
    )


def _either(words: Iterable[str]) -> str:
    """Return a pattern of the longest first; of no words, one that never matches."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def _levels(words: Mapping[str, list[str]]) -> dict[str, Level]:
    return {word: Level(level) for level, entries in words.items() for word in entries}


def other_language(language: str) -> str:
    """Return the language that `name_other` is in.

    >>> other_language("zh")
    'en'
    """
    return next(code for code in LANGUAGES if code != language)
