"""A trained spaCy pipeline that says what stands in a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError
from policy_nlp.learning.cards import Card
from policy_nlp.learning.examples.blocks import spans_of_blocks
from policy_nlp.learning.predictions import Layer, PredictedSpan
from policy_nlp.learning.spacy_models.labels import ENTITIES, SECTIONS, TASK
from policy_nlp.learning.spacy_models.pipelines import spacy
from policy_nlp.schema import SectionType

_BEAM = 4
"""How many readings of a block are weighed against one another for the score of a span."""
_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A block as the model reads it: how surely it is a task, and what its section is most likely for."""

    start: int
    end: int
    task: float
    section: SectionType


class SpacyPredictor:
    """Spans by the entities of a pipeline, tasks by the category of a block."""

    def __init__(self, nlp: Any, name: str) -> None:
        self.nlp = nlp
        self.name = name
        self.languages = frozenset({str(nlp.lang)})

    def predict(self, text: str, *, language: str) -> tuple[PredictedSpan, ...]:
        """Return what stands in `text` more likely than not, sorted. Raises InputError for another language."""
        places, docs = self._read(text, language)
        found = [*self._entities([start for start, _ in places], docs), *_tasks(_blocks(places, docs))]
        return tuple(sorted(found))

    def blocks(self, text: str, *, language: str) -> tuple[ReadBlock, ...]:
        """Return the blocks of `text` with what the model takes each for. Raises InputError for another language."""
        return tuple(_blocks(*self._read(text, language)))

    def _read(self, text: str, language: str) -> tuple[list[tuple[int, int]], list[Any]]:
        if language not in self.languages:
            names = ", ".join(sorted(self.languages))
            raise InputError("model_language", path=self.name, languages=names, language=language)
        places = list(spans_of_blocks(text, language=language))
        return places, list(self.nlp.pipe(self.nlp.make_doc(text[start:end]) for start, end in places))

    def _entities(self, starts: list[int], docs: list[Any]) -> Iterator[PredictedSpan]:
        """The entities of the blocks in which the first reading finds any, each with the weight of its readings."""
        ner = self.nlp.get_pipe("ner")
        holding = [(start, doc) for start, doc in zip(starts, docs, strict=True) if doc.ents]
        if not holding:
            return
        weighed = ner.scored_ents(ner.beam_parse([doc for _, doc in holding], beam_width=_BEAM))
        for (base, doc), scores in zip(holding, weighed, strict=True):
            for (first, last, label), score in scores.items():
                if score > _LIKELY:
                    span = doc[first:last]
                    ends = base + span.start_char, base + span.end_char
                    yield PredictedSpan(*ends, *ENTITIES[label], min(float(score), 1.0))


def _blocks(places: list[tuple[int, int]], docs: list[Any]) -> Iterator[ReadBlock]:
    for (start, end), doc in zip(places, docs, strict=True):
        section = max(SECTIONS, key=lambda name: doc.cats[name])
        yield ReadBlock(start, end, float(doc.cats[TASK]), SECTIONS[section])


def _tasks(blocks: Iterator[ReadBlock]) -> Iterator[PredictedSpan]:
    for block in blocks:
        if block.task > _LIKELY:
            yield PredictedSpan(block.start, block.end, Layer.TASK, "", block.task)


def load_spacy(folder: Path, card: Card) -> SpacyPredictor:
    """Return the predictor in a folder that has been checked; raises InputError where spaCy cannot load it."""
    library = spacy(folder)
    try:
        return SpacyPredictor(library.load(folder), card.name)
    except (OSError, ValueError, KeyError) as error:
        cause = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise InputError("model_unloadable", path=str(folder), cause=cause) from error
