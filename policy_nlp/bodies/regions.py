"""The place that stands before or behind a body's name: 四川省成都市, 全市, City of Kranj."""

from __future__ import annotations

from dataclasses import dataclass, replace

from policy_nlp.bodies.grammar import Grammar, grammar, other_language
from policy_nlp.bodies.place_words import PlaceWords
from policy_nlp.bodies.record import Kind, Level, Place
from policy_nlp.bodies.registry import Registry, attributive


@dataclass(frozen=True, slots=True)
class Region:
    """A place as far as it is known.

    In the other language `other` stands before a name (Wuhan Municipal) and `other_short` inside one (Wuhan). `seat` is
    the organ of the place that a name follows (市委宣传部), `unit` the word that ends its name (市).
    """

    level: Level | None = None
    other: str | None = None
    other_short: str | None = None
    country: str | None = None
    seat: Kind | None = None
    known: bool = True
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Reads places in one language with the places of one registry."""

    registry: Registry
    language: str

    @property
    def grammar(self) -> Grammar:
        """Return the spelling rules of the language."""
        return grammar(self.language)

    @property
    def words(self) -> PlaceWords:
        """Return the words for places of the language."""
        return self.grammar.regions

    def read(self, text: str, *, own: Region | None = None) -> Region | None:
        """Return the region that the whole of `text` names, or None.

        `own` is the place of the plan, to which words like 全市 refer.
        """
        text = text.strip(" ,")
        if not text or len(text) > self.words.longest:
            return None
        return self._seat(text, own) or self._known(text, own) or self._named(text)

    def leading(self, text: str, *, own: Region | None = None) -> tuple[Region | None, int]:
        """Return the region that `text` opens with and where the rest begins; None and 0 without one."""
        if text.casefold().startswith(self.words.not_words):
            return None, 0
        for cut in reversed(list(self.grammar.cuts(text[: self.words.longest + 1]))):
            region = self.read(text[:cut], own=own) if cut else None
            if region is not None:
                return region, cut
        return None, 0

    def any_place(self, text: str) -> Region | None:
        """Return a region of unknown level if `text` can be the name of a place at all."""
        return Region(known=False) if self.words.named.fullmatch(text) else None

    def bare(self, text: str) -> Region | None:
        """Return a region of unknown level if `text` looks like a place that no list has."""
        plain = self.words.bare.fullmatch(text.strip(" ,"))
        if plain is None or self.grammar.head(text, self.grammar.heads) or self._opens_a_class(text):
            return None
        return Region(known=False)

    def _opens_a_class(self, text: str) -> bool:
        return text.casefold().startswith(self.grammar.class_starts)

    def _seat(self, text: str, own: Region | None) -> Region | None:
        for word, kind in self.words.seats.items():
            if text == word and len(word) > 1:
                return Region(seat=kind)
            if text.endswith(word):
                region = self.read(text[: -len(word)], own=own)
                return replace(region, seat=kind) if region else None
        return None

    def _known(self, text: str, own: Region | None) -> Region | None:
        """Read the last place of the list or word for a place; what stands before it has to be a region too."""
        for cut in self.grammar.cuts(text):
            region = self._unit(text[cut:], own)
            if region and (cut == 0 or self.read(text[:cut], own=own)):
                return region
        return None

    def _unit(self, text: str, own: Region | None) -> Region | None:
        place = self.registry.place(text, self.language)
        if place:
            return self._of(place, text)
        level = self.words.words.get(text.casefold())
        if level is None:
            return None
        other = self.words.translations.get(text.casefold())
        return Region(self._own_level(text.casefold(), own) or level, other, other)

    def _own_level(self, word: str, own: Region | None) -> Level | None:
        """Return the level of the plan's own place where `word` means it: 市 in a plan of 重庆市, 全区 in 广西."""
        if own is None or own.level is None:
            return None
        means_own = word.startswith(self.words.own) and own.unit.endswith(word[-1])
        return own.level if means_own or word == own.unit else None

    def _of(self, place: Place, text: str) -> Region:
        other = other_language(self.language)
        names = place.names[other]
        before = attributive(names.name, other) if names.name else None
        short = next(iter(names.also), names.name) or None
        return Region(place.level, before, short, place.country, unit=self._suffix(text))

    def _named(self, text: str) -> Region | None:
        if text.casefold().endswith(self.words.not_places):
            return None
        opening = self.words.opening.match(text)
        if opening and self.words.named.fullmatch(text[opening.end() :]):
            return Region(self.words.prefixes[opening[1].casefold()], unit=opening[1].casefold())
        unit = self._suffix(text)
        if not unit or not self.words.named.fullmatch(text[: -len(unit)].strip()):
            return None
        return Region(self.words.suffixes[unit], unit=unit)

    def _suffix(self, text: str) -> str:
        """Return the word that ends the name of a place (市 in 武汉市), or nothing."""
        ending = self.words.ending.search(text)
        return ending[1].casefold() if ending else ""
