"""Gold documents as what a token model learns: windows with a tag of each layer for each token."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from policy_nlp.learning.examples import gold_spans
from policy_nlp.learning.networks.fitting import SCORE, Lesson
from policy_nlp.learning.networks.libraries import datasets, torch
from policy_nlp.learning.networks.recipes import Windows
from policy_nlp.learning.networks.running import inputs_of
from policy_nlp.learning.predictions import Layer, PredictedSpan
from policy_nlp.learning.tokens.tags import Group, encoded
from policy_nlp.learning.tokens.windows import Window, windows
from policy_nlp.schema import Document

UNTAGGED = -100
"""What torch leaves out of the loss: the marks that a tokenizer puts around a text."""
_LABELS = "labels"
_SURE = 1.0


def token_lesson(
    train: Iterable[Document],
    dev: Iterable[Document],
    *,
    tokenizer: Any,
    tags: Sequence[Group],
    cut: Windows,
    path: object,
) -> Lesson:
    """Return what to learn from `train`, watched on `dev`; raises InputError where a library is missing."""
    library = torch(path)
    reading = _reading(tokenizer, tuple(tags), cut)
    parts = [
        _rows(part, path).map(reading, batched=True, remove_columns=["text", "spans"], load_from_cache_file=False)
        for part in (train, dev)
    ]
    return Lesson(
        parts[0], parts[1], _collating(library, tokenizer), _loss(library, tags), _answers(library, tags), agreement
    )


def _rows(documents: Iterable[Document], path: object) -> Any:
    """Return the documents as a dataset: the text, and its spans as records."""
    rows = [{"text": document.text, "spans": list(map(_record, gold_spans(document)))} for document in documents]
    return datasets(path).Dataset.from_list(rows)


def _record(span: PredictedSpan) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "layer": str(span.layer), "label": str(span.label)}


def _span(record: Mapping[str, Any]) -> PredictedSpan:
    return PredictedSpan(record["start"], record["end"], Layer(record["layer"]), record["label"], _SURE)


def _reading(tokenizer: Any, tags: Sequence[Group], cut: Windows) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """Return what turns a batch of documents into a batch of windows."""

    def read(batch: Mapping[str, Any]) -> dict[str, Any]:
        spans = [list(map(_span, records)) for records in batch["spans"]]
        found = windows(tokenizer.backend_tokenizer, batch["text"], size=cut.size, overlap=cut.overlap)
        rows = [inputs_of(window.piece, tokenizer.model_input_names) for window in found]
        inputs = {name: [row[name] for row in rows] for name in tokenizer.model_input_names}
        return inputs | {_LABELS: [_labels(window, tags, spans[window.text]) for window in found]}

    return read


def _labels(window: Window, tags: Sequence[Group], spans: Sequence[PredictedSpan]) -> list[list[int]]:
    """Return a row of tags for each token of a window, the tokenizer's own marks untagged."""
    inner: list[list[int]] = encoded(tags, window.offsets, spans).tolist()
    blank = [UNTAGGED] * len(tags)
    behind = len(window.piece.ids) - window.first - len(inner)
    return [blank] * window.first + inner + [blank] * behind


def _collating(library: Any, tokenizer: Any) -> Callable[[list[Mapping[str, Any]]], Mapping[str, Any]]:
    def collate(rows: list[Mapping[str, Any]]) -> Mapping[str, Any]:
        inputs = [{name: row[name] for name in tokenizer.model_input_names} for row in rows]
        batch = tokenizer.pad(inputs, return_tensors="pt")
        labels = [library.tensor(row[_LABELS]) for row in rows]
        batch[_LABELS] = library.nn.utils.rnn.pad_sequence(labels, batch_first=True, padding_value=UNTAGGED)
        return dict(batch)

    return collate


def _loss(library: Any, tags: Sequence[Group]) -> Callable[..., Any]:
    """Return the sum over the layers: each has its own tags to choose from."""

    def loss(outputs: Any, labels: Any, **_: Any) -> Any:
        return sum(
            library.nn.functional.cross_entropy(
                outputs.logits[..., group.start : group.stop].flatten(0, 1), labels[..., layer].flatten()
            )
            for layer, group in enumerate(tags)
        )

    return loss


def _answers(library: Any, tags: Sequence[Group]) -> Callable[[Any, Any], Any]:
    def answers(logits: Any, _: Any) -> Any:
        return library.stack([logits[..., group.start : group.stop].argmax(-1) for group in tags], dim=-1)

    return answers


def agreement(prediction: Any) -> dict[str, float]:
    """Return the mean F1 of single tags over the layers that occur; it grows before the first whole span is right."""
    answers, labels = prediction.predictions, prediction.label_ids
    scores = [_f1(answers[..., layer], labels[..., layer]) for layer in range(labels.shape[-1])]
    known = [score for score in scores if score is not None]
    return {SCORE: sum(known) / len(known) if known else 0.0}


def _f1(answers: Any, labels: Any) -> float | None:
    right = int(((answers == labels) & (labels > 0)).sum())
    told, there = int(((answers > 0) & (labels != UNTAGGED)).sum()), int((labels > 0).sum())
    return 2 * right / (told + there) if there else None
