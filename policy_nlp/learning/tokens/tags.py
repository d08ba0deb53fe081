"""Spans as tags of tokens and back: a unit stands inside a task, so each layer is tagged by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import numpy as np

from policy_nlp.learning.predictions import LABELS, Layer, PredictedSpan

_OUTSIDE, _BEGINS, _GOES_ON = "O", "B", "I"


@dataclass(frozen=True, slots=True)
class Group:
    """The tags of one layer: where they stand among all outputs of the network, and the label of each pair of tags."""

    layer: Layer
    start: int
    labels: tuple[str, ...]

    @property
    def stop(self) -> int:
        """Where the next layer's tags begin: one for what is outside, two for each label."""
        return self.start + 1 + 2 * len(self.labels)


def groups(layers: Sequence[Layer] = tuple(Layer)) -> tuple[Group, ...]:
    """Return the tags of `layers`, in the order in which a network puts them out.

    >>> [(group.layer.value, group.start, group.stop) for group in groups([Layer.TASK, Layer.UNIT])]
    [('task', 0, 3), ('unit', 3, 10)]
    """
    labels = [tuple(sorted(LABELS[layer])) for layer in layers]
    starts = accumulate((1 + 2 * len(names) for names in labels), initial=0)
    return tuple(Group(layer, start, names) for layer, start, names in zip(layers, starts, labels, strict=False))


def tag_names(found: Sequence[Group]) -> tuple[str, ...]:
    """Return the name of each output of a network.

    >>> tag_names(groups([Layer.TARGET]))
    ('O-target', 'B-target', 'I-target')
    """
    return tuple(name for group in found for name in _names(group))


def layers_of(names: Sequence[str]) -> tuple[Layer, ...]:
    """Return the layers whose tags `names` are; raises ValueError where they are not the tags of whole layers."""
    layers = tuple(Layer(name[2:]) for name in names if name.startswith(_OUTSIDE))
    if tag_names(groups(layers)) != tuple(names):
        raise ValueError(", ".join(names))
    return layers


def _names(group: Group) -> Iterator[str]:
    yield f"{_OUTSIDE}-{group.layer}"
    for label in group.labels:
        name = f"{group.layer}-{label}" if label else str(group.layer)
        yield f"{_BEGINS}-{name}"
        yield f"{_GOES_ON}-{name}"


def encoded(found: Sequence[Group], offsets: Sequence[tuple[int, int]], spans: Sequence[PredictedSpan]) -> Any:
    """Return a row for each token with its tag in each layer: inside a span is what shares a character with it.

    A token of no characters, as some tokenizers make of a blank, is inside what goes on behind it. Of spans of a layer
    that overlap the last one holds.
    """
    places = np.asarray(offsets, dtype=np.int64).reshape(-1, 2)
    tags = np.zeros((len(places), len(found)), dtype=np.int64)
    column = {group.layer: (index, group) for index, group in enumerate(found)}
    for span in spans:
        if span.layer in column:
            index, group = column[span.layer]
            _tag(tags[:, index], places, span, begins=1 + 2 * group.labels.index(span.label))
    return tags


def _tag(tags: Any, places: Any, span: PredictedSpan, *, begins: int) -> None:
    starts, ends = places[:, 0], places[:, 1]
    (inside,) = np.nonzero((starts < span.end) & (ends > span.start))
    tags[inside] = begins + 1
    tags[inside[:1]] = begins


def decoded(group: Group, chances: Any, offsets: Any, text: str) -> Iterator[PredictedSpan]:
    """Yield the spans of one layer that the likeliest tags of the tokens make, without blanks at their rims.

    `chances` has a row for each token of `text` and a column for each tag of the layer; a span's score is the mean
    chance of its tags.
    """
    tags = chances.argmax(axis=1)
    for first, last in _runs(tags):
        start, end = _trimmed(text, int(offsets[first][0]), int(offsets[last - 1][1]))
        if start < end:
            score = float(chances[np.arange(first, last), tags[first:last]].mean())
            label = group.labels[(int(tags[first]) - 1) // 2]
            yield PredictedSpan(start, end, group.layer, label, min(1.0, score))


def _runs(tags: Any) -> Iterator[tuple[int, int]]:
    """Yield where stretches of one label begin and end: at a tag that begins one, and where the label changes."""
    kinds = (tags + 1) // 2
    opens = (tags % 2 == 1) | (np.diff(kinds, prepend=0) != 0)
    edges = [*np.nonzero(opens)[0].tolist(), len(tags)]
    yield from ((first, last) for first, last in pairwise(edges) if kinds[first])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    said = text[start:end]
    return start + len(said) - len(said.lstrip()), end - (len(said) - len(said.rstrip()))
