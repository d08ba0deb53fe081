"""Finding the times of a text: the widest phrase that begins furthest left wins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from policy_nlp.normalization.casing import lowered
from policy_nlp.normalization.mentions import TimeMention
from policy_nlp.normalization.times.chart import Item, parse
from policy_nlp.normalization.times.paths import Length, Path, Range, Repeat, Rolling
from policy_nlp.normalization.times.resolving import Reference, Resolved, resolve
from policy_nlp.normalization.times.rules import grammar
from policy_nlp.normalization.times.settings import settings
from policy_nlp.normalization.times.vocabulary import Vocabulary
from policy_nlp.normalization.times.wordlists import vocabulary

MENTIONS = frozenset({"path", "range", "roll", "length", "repeat", "closed"})
"""The categories that are mentions by themselves; `closed` only where the clause ends behind it."""


def find(
    text: str, *, language: str, reference_date: date | None = None, fiscal_start: int | None = None
) -> tuple[TimeMention, ...]:
    """Return the times of the text from left to right; they never overlap."""
    words = vocabulary(language)
    reader = _Reader(text, lowered(text), language, words, Reference(reference_date, settings(language), fiscal_start))
    return tuple(mention for stretch in words.found(reader.folded) for mention in reader.mentions(stretch))


@dataclass(frozen=True, slots=True)
class _Reader:
    """A text, how it is read, and what relative dates count from."""

    text: str
    folded: str
    language: str
    words: Vocabulary
    reference: Reference

    def mentions(self, stretch: tuple[int, int]) -> Iterator[TimeMention]:
        """Yield the times in a stretch of known words."""
        position, end = stretch
        chart = parse(grammar(self.language), self.words, self.folded, position, end)
        while position < end:
            item, resolved = self._best(chart.within_reach(position))
            if item is None:
                position += 1
                continue
            if resolved is not None:
                stop = _trimmed(self.folded, item)
                yield TimeMention(item.start, stop, self.text[item.start : stop], *resolved)
            position = item.end

    def _best(self, items: list[Item]) -> tuple[Item | None, Resolved | None]:
        """Return the phrase that wins and its value; a day that no calendar has wins too, and has none (6月31日)."""
        for item in sorted(filter(self._whole, items), key=_rank):
            if isinstance(item.value, Path | Range | Rolling | Repeat | Length):
                resolved = resolve(item.value, self.reference)
                if resolved is not None or (isinstance(item.value, Path) and item.value.finest().unit == "monthday"):
                    return item, resolved
        return None, None

    def _whole(self, item: Item) -> bool:
        """Whether a phrase is a mention by itself, given what stands around it."""
        if item.category not in MENTIONS or not self.words.bounded(self.text, self.folded, item.start, item.end):
            return False
        return item.category != "closed" or self.words.closed.match(self.folded, item.end) is not None


def _trimmed(folded: str, item: Item) -> int:
    """Return the end without the point of a shortened word, which may as well be that of the sentence (in Sept.)."""
    pointed = folded[item.end - 1] == "." and not folded.endswith("m.", item.start, item.end)
    return item.end - 1 if pointed else item.end


def _rank(item: Item) -> tuple[int, int, int, bool]:
    """Order the wider phrase first, then the rule that the lexicon lists first, then what leaves less open."""
    loose = isinstance(item.value, Path) and not item.value.anchored()
    return -item.end, item.start, item.order, loose
