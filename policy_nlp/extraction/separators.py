"""Separators in figures: whether a text sets points between groups of three (`55.000 MWh` beside `0,4 MWh`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from policy_nlp.lexicon import Hit
from policy_nlp.lexicon.load import table

_FIGURES = ("value", "high", "base")


class SeparatorLexicon:
    """What shows how a language's texts write figures, compiled."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.grouped = re.compile(content["grouped"])
        self.round = re.compile(content["round"])
        self.commas = re.compile(content["commas"])
        self.points = re.compile(content["points"])


@cache
def separator_lexicon(language: str) -> SeparatorLexicon:
    """Return the compiled separators of a language."""
    return SeparatorLexicon(table(language, "targets")["separators"])


def without_points(text: str, hit: Hit, *, language: str) -> Hit:
    """Return the hit with its figures without the points that only group their digits in `text`."""
    lexicon = separator_lexicon(language)
    figures = {name: hit.groups[name] for name in _FIGURES if lexicon.grouped.match(hit.groups.get(name, ""))}
    plain = {name: ungrouped(text, figure, language=language) for name, figure in figures.items()}
    return replace(hit, groups={**hit.groups, **plain}) if plain else hit


def ungrouped(text: str, figure: str, *, language: str) -> str:
    """Return a figure of `text` without the points that only group its digits.

    A figure that nothing else in the text explains is grouped where three zeros follow its point: nobody counts to the
    thousandth part of a home.

    >>> ungrouped("55.000 MWh, of which lamps use 0,4 MWh", "55.000", language="en")
    '55000'
    >>> ungrouped("a lane of 3.125 km and a path of 0.4 km", "3.125", language="en")
    '3.125'
    """
    lexicon = separator_lexicon(language)
    grouped = lexicon.grouped.match(figure)
    if grouped is None:
        return figure
    commas, points = _seen(text, language)
    sure = commas > points or (commas == points and lexicon.round.match(figure) is not None)
    return figure.replace(".", "") if sure else figure


@lru_cache(maxsize=2)
def _seen(text: str, language: str) -> tuple[int, int]:
    """How many figures of the text show that a comma, and how many that a point, stands before its decimals."""
    lexicon = separator_lexicon(language)
    return sum(1 for _ in lexicon.commas.finditer(text)), sum(1 for _ in lexicon.points.finditer(text))
