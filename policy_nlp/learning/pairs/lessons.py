"""Pairs of texts as what a pair model learns, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from policy_nlp.comparison.verdicts import Carried
from policy_nlp.learning.networks.fitting import SCORE, Lesson
from policy_nlp.learning.networks.libraries import datasets, torch
from policy_nlp.learning.pairs.examples import Example
from policy_nlp.scoring.counts import Counts

ANSWERS = tuple(Carried)
"""The answers in the order of the network's outputs."""
_LABELS = "labels"


def pair_lesson(
    train: Sequence[Example], dev: Sequence[Example], *, tokenizer: Any, longest: int, path: object
) -> Lesson:
    """Return what to learn from `train`, watched on `dev`; raises InputError where a library is missing."""
    library = torch(path)
    reading = _reading(tokenizer, longest)
    parts = [
        _rows(part, path).map(reading, batched=True, remove_columns=["template", "local"], load_from_cache_file=False)
        for part in (train, dev)
    ]
    return Lesson(parts[0], parts[1], _collating(library, tokenizer), _loss(library), _answers, agreement)


def _rows(examples: Sequence[Example], path: object) -> Any:
    rows = [{"template": one.template, "local": one.local, _LABELS: ANSWERS.index(one.carried)} for one in examples]
    return datasets(path).Dataset.from_list(rows)


def _reading(tokenizer: Any, longest: int) -> Callable[[Mapping[str, Any]], Mapping[str, Any]]:
    def read(batch: Mapping[str, Any]) -> Mapping[str, Any]:
        return dict(tokenizer(batch["template"], batch["local"], truncation=True, max_length=longest))

    return read


def _collating(library: Any, tokenizer: Any) -> Callable[[list[Mapping[str, Any]]], Mapping[str, Any]]:
    def collate(rows: list[Mapping[str, Any]]) -> Mapping[str, Any]:
        inputs = [{name: row[name] for name in tokenizer.model_input_names} for row in rows]
        batch = dict(tokenizer.pad(inputs, return_tensors="pt"))
        return batch | {_LABELS: library.tensor([row[_LABELS] for row in rows])}

    return collate


def _loss(library: Any) -> Callable[..., Any]:
    def loss(outputs: Any, labels: Any, **_: Any) -> Any:
        return library.nn.functional.cross_entropy(outputs.logits, labels)

    return loss


def _answers(logits: Any, _: Any) -> Any:
    return logits.argmax(-1)


def agreement(prediction: Any) -> dict[str, float]:
    """Return the mean F1 of the answers that occur, so that the rarest counts as much as the most frequent."""
    counts = counted(prediction.label_ids.tolist(), prediction.predictions.tolist())
    scores = [count.f1 for count in counts.values() if count.gold]
    return {SCORE: sum(scores) / len(scores) if scores else 0.0}


def counted(gold: Sequence[int], said: Sequence[int]) -> dict[Carried, Counts]:
    """Return the counts of each answer, both sides as places in `ANSWERS`.

    >>> counted([0, 2, 2], [0, 0, 2])[Carried.SAME]
    Counts(gold=1, pred=2, tp=1)
    """
    return {
        answer: Counts(
            gold=sum(one == place for one in gold),
            pred=sum(one == place for one in said),
            tp=sum(one == other == place for one, other in zip(gold, said, strict=True)),
        )
        for place, answer in enumerate(ANSWERS)
    }
