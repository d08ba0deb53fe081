"""Where the rules and a model differ, with a model whose finds stand in the test."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from policy_nlp import parse
from policy_nlp.learning.contested import contested
from policy_nlp.learning.predictions import Layer, PredictedSpan

TEXTS = {
    "zh": ("一、改造泵站。2026年6月底前完成。（县水务局牵头）\n", "县水务局", "改造泵站"),
    "en": ("1. The Water Agency shall rebuild pumps by 30 June 2027.\n", "Water Agency", "rebuild pumps"),
}
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


@dataclass(frozen=True)
class Told:
    """Finds the words that it was told to find, as units."""

    words: tuple[str, ...]
    score: float = 0.9
    name: str = "told"
    languages: frozenset[str] = frozenset({"zh", "en"})

    def predict(self, text: str, *, language: str) -> tuple[PredictedSpan, ...]:
        places = [(text.index(word), len(word)) for word in self.words]
        return tuple(PredictedSpan(at, at + size, Layer.UNIT, "lead", self.score) for at, size in sorted(places))


def found(language: str, model: Told) -> list[str]:
    document = parse(TEXTS[language][0], language=language)
    return [document.text[start:end] for start, end in contested(document, model)]


@LANGUAGES
def test_what_only_one_of_them_sees_is_contested(language: str) -> None:
    text, body, work = TEXTS[language]
    (due,) = (due.quote for due in parse(text, language=language).deadlines)
    assert set(found(language, Told((work,)))) == {body, work, due}


@LANGUAGES
def test_where_they_meet_nothing_is(language: str) -> None:
    _, body, work = TEXTS[language]
    assert body not in found(language, Told((body[1:],)))
    assert work not in found(language, Told((body, work), score=0.4))
