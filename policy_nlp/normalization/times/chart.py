"""A small chart parser: phrases are built from the right end of a stretch of words to its left end, by rules that are data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from policy_nlp.errors import LexiconError
from policy_nlp.lexicon.load import table
from policy_nlp.normalization.times.actions import ACTIONS
from policy_nlp.normalization.times.vocabulary import Vocabulary, vocabulary

_CROWDED = 24
"""How many readings of one category at one place are kept; real phrases have fewer."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A production: the categories that follow one another, and how their values make one."""

    id: str
    symbols: tuple[str, ...]
    category: str
    make: Callable[..., object]
    arguments: dict[str, Any]
    order: int


@dataclass(frozen=True, slots=True)
class Item:
    """A phrase: its category, where it ends, its value, and the order of the rule that built it."""

    category: str
    start: int
    end: int
    value: object
    order: int = -1


class Grammar:
    """The rules of a language by their first category."""

    def __init__(self, rules: Sequence[Rule], words: Vocabulary) -> None:
        self.words = words
        self.by_first: dict[str, list[Rule]] = {}
        for rule in rules:
            self.by_first.setdefault(rule.symbols[0], []).append(rule)

    def parse(self, text: str, start: int, end: int) -> Chart:
        """Return every phrase in `text[start:end]`."""
        chart = Chart(self, text, end)
        for position in range(end - 1, start - 1, -1):
            chart.fill(position)
        return chart


class Chart:
    """All phrases of a stretch of text by the place where they begin."""

    def __init__(self, grammar: Grammar, text: str, end: int) -> None:
        self.grammar, self.words, self.text, self.end = grammar, grammar.words, text, end
        self.reach: dict[int, dict[str, list[Item]]] = {}

    def fill(self, position: int) -> None:
        """Add all phrases that begin at `position`; all that begin further right are known."""
        lexemes = self.words.at(position, self.text, self.end)
        if not lexemes and not self.text.startswith(self.words.transparent, position):
            return
        here: dict[str, list[Item]] = {}
        agenda = [Item(lexeme.category, position, lexeme.end, lexeme.value) for lexeme in lexemes]
        while agenda:
            item = agenda.pop()
            if self._add(item, here):
                agenda.extend(self._built_on(item))
        self.reach[position] = self._through(position, here)

    def within_reach(self, position: int) -> list[Item]:
        """Return the phrases that begin at `position` or behind a word there that means nothing by itself."""
        return [item for items in self.reach.get(position, {}).values() for item in items]

    def _add(self, item: Item, here: dict[str, list[Item]]) -> bool:
        known = here.setdefault(item.category, [])
        if len(known) >= _CROWDED or any(other.end == item.end and other.value == item.value for other in known):
            return False
        known.append(item)
        return True

    def _built_on(self, item: Item) -> Iterator[Item]:
        for rule in self.grammar.by_first.get(item.category, ()):
            for parts in self._sequences(rule.symbols[1:], item):
                value = rule.make(*(part.value for part in parts if part.value is not True), **rule.arguments)
                if value is not None:
                    yield Item(rule.category, item.start, parts[-1].end, value, rule.order)

    def _sequences(self, symbols: tuple[str, ...], *parts: Item) -> Iterator[tuple[Item, ...]]:
        if not symbols:
            yield parts
            return
        position = self.words.after(parts[-1].end, self.text, self.end)
        for item in self.reach.get(position, {}).get(symbols[0], ()):
            yield from self._sequences(symbols[1:], *parts, item)

    def _through(self, position: int, here: dict[str, list[Item]]) -> dict[str, list[Item]]:
        """Let what follows a word that means nothing by itself (the, 的) be found in that word's place."""
        for word in self.words.transparent:
            if self.text.startswith(word, position):
                beyond = self.reach.get(self.words.after(position + len(word), self.text, self.end), {})
                return {name: [*here.get(name, []), *beyond.get(name, [])] for name in here.keys() | beyond.keys()}
        return here


def _expanded(form: str) -> Iterator[tuple[str, ...]]:
    """Yield the plain sequences of a form in which `x?` may be left out and `x|y` is either."""
    choices = []
    for symbol in form.split():
        names = symbol.rstrip("?").split("|")
        choices.append([*names, ""] if symbol.endswith("?") else names)
    for chosen in product(*choices):
        yield tuple(name for name in chosen if name)


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language, read from the lexicon `times`."""
    rules: list[Rule] = []
    for order, entry in enumerate(table(language, "times")["rules"]):
        try:
            make, arguments = ACTIONS[entry["make"]], entry.get("with", {})
            for symbols in _expanded(entry["form"]):
                rules.append(Rule(entry["id"], symbols, entry["gives"], make, arguments, order))
        except KeyError as error:
            raise LexiconError(f"lexicons/{language}/times.toml: rule {entry.get('id', '?')}: no {error}") from error
    return Grammar(rules, vocabulary(language))
