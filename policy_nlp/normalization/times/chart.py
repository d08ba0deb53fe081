"""A small chart parser: phrases are built from the right end of a stretch of words to its left end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policy_nlp.normalization.times.rules import Node
from policy_nlp.normalization.times.vocabulary import Vocabulary

_CROWDED = 24
"""How many readings of one category at one place are kept; real phrases have fewer."""


@dataclass(frozen=True, slots=True)
class Item:
    """A phrase: its category, its place, its value, and the order of the rule that built it."""

    category: str
    start: int
    end: int
    value: object
    order: int = -1


class Chart:
    """All phrases of a stretch of text by the place where they begin."""

    def __init__(self, root: Node, words: Vocabulary, text: str, end: int) -> None:
        self.root, self.words, self.text, self.end = root, words, text, end
        self.reach: dict[int, dict[str, list[Item]]] = {}
        self._following: dict[int, dict[str, list[Item]]] = {}

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
        node = self.root.next.get(item.category)
        return iter(()) if node is None else self._extended(node, (item,))

    def _extended(self, node: Node, parts: tuple[Item, ...]) -> Iterator[Item]:
        for rule in node.rules:
            value = rule.make(*(part.value for part in parts if part.value is not True), **rule.arguments)
            if value is not None:
                yield Item(rule.category, parts[0].start, parts[-1].end, value, rule.order)
        if node.next:
            following = self._behind(parts[-1].end)
            for category in following:
                if category in node.next:
                    for item in following[category]:
                        yield from self._extended(node.next[category], (*parts, item))

    def _behind(self, end: int) -> dict[str, list[Item]]:
        """Return the phrases that can follow one that ends here."""
        found = self._following.get(end)
        if found is None:
            found = self.reach.get(self.words.after(end, self.text, self.end), {})
            self._following[end] = found
        return found

    def _through(self, position: int, here: dict[str, list[Item]]) -> dict[str, list[Item]]:
        """Let what follows a word that means nothing by itself (the, 的) be found in that word's place."""
        for word in self.words.transparent:
            if self.text.startswith(word, position):
                beyond = self._behind(position + len(word))
                names = [*here, *(name for name in beyond if name not in here)]
                return {name: [*here.get(name, ()), *beyond.get(name, ())] for name in names}
        return here


def parse(root: Node, words: Vocabulary, text: str, start: int, end: int) -> Chart:
    """Return every phrase in `text[start:end]`."""
    chart = Chart(root, words, text, end)
    for position in range(end - 1, start - 1, -1):
        chart.fill(position)
    return chart
