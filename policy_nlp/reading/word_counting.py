"""Counting the lists of a document on from paragraph to paragraph, and writing each label as Word shows it."""

from __future__ import annotations

import re

from policy_nlp.reading.html_line import BULLETS
from policy_nlp.reading.word_labels import shown
from policy_nlp.reading.word_numbering import MAX_LEVELS, Level, Numbered

_PLACE = re.compile(r"%([1-9])")
_DECIMAL_FORMS = frozenset({"decimal", "decimalZero"})


class Counting:
    """How far each list has come."""

    def __init__(self, lists: dict[str, Numbered]) -> None:
        self.lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, id: str | None, level: int) -> str:
        """Count one paragraph of the list `id`, and return its label; "" for a paragraph outside lists."""
        numbered = self.lists.get(id or "")
        if id is None or numbered is None or level not in numbered.levels:
            return ""
        counts = self._counts.setdefault(numbered.scheme, {})
        self._begin(id, numbered, counts, level)
        counts[level] = counts[level] + 1 if level in counts else numbered.levels[level].start
        self._set_back(numbered, counts, level)
        return _written(numbered, counts, level)

    def _begin(self, id: str, numbered: Numbered, counts: dict[int, int], level: int) -> None:
        """A list with a start of its own sets its levels back where it first uses them."""
        for number in numbered.starts:
            if number <= level and (id, number) not in self._begun:
                self._begun.add((id, number))
                counts.pop(number, None)

    @staticmethod
    def _set_back(numbered: Numbered, counts: dict[int, int], level: int) -> None:
        for deeper in range(level + 1, MAX_LEVELS):
            restart = numbered.levels.get(deeper, Level()).restart
            if restart is None or level < restart:
                counts.pop(deeper, None)


def _written(numbered: Numbered, counts: dict[int, int], level: int) -> str:
    own = numbered.levels[level]
    if own.form == "bullet":
        return BULLETS[min(level, len(BULLETS) - 1)]

    def number(place: re.Match[str]) -> str:
        wanted = int(place[1]) - 1
        shape = numbered.levels.get(wanted, Level())
        form = "decimal" if own.legal and shape.form not in _DECIMAL_FORMS else shape.form
        return shown(counts.get(wanted, shape.start), form)

    return _PLACE.sub(number, own.text).strip()
