"""Spans become tags of tokens and come back as they were."""

from __future__ import annotations

import numpy as np
import pytest

from policy_nlp.learning.predictions import Layer, PredictedSpan
from policy_nlp.learning.tokens.tags import Group, decoded, encoded, groups, layers_of, tag_names

TEXT = "县水务局 牵头，年底前完成。"
OFFSETS = [(place, place + 1) for place, said in enumerate(TEXT) if said != " "]
LEAD = PredictedSpan(0, 4, Layer.UNIT, "lead", 1.0)
TASK = PredictedSpan(0, len(TEXT), Layer.TASK, "", 1.0)


def group(layer: Layer) -> Group:
    return next(one for one in groups() if one.layer is layer)


def certain(layer: Layer, tags: list[int]) -> np.ndarray:
    """The chances of one who is sure of `tags`."""
    found = group(layer)
    return np.eye(found.stop - found.start)[tags]


def test_the_names_of_tags_tell_the_layers() -> None:
    assert layers_of(tag_names(groups())) == tuple(Layer)
    assert len(set(tag_names(groups()))) == groups()[-1].stop


@pytest.mark.parametrize("names", [("O-unit",), ("B-task", "I-task"), ("O-task", "I-task", "B-task"), ("O-river",)])
def test_other_names_are_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(ValueError):
        layers_of(names)


def test_a_unit_in_a_task_is_tagged_beside_it() -> None:
    tags = encoded(groups((Layer.TASK, Layer.UNIT)), OFFSETS, [TASK, LEAD])
    assert tags[:5, 0].tolist() == [1, 2, 2, 2, 2]
    begins = 1 + 2 * group(Layer.UNIT).labels.index("lead")
    assert tags[:5, 1].tolist() == [begins, begins + 1, begins + 1, begins + 1, 0]


def test_a_token_of_no_characters_belongs_to_what_goes_on_behind_it() -> None:
    tags = encoded(groups((Layer.UNIT,)), [(0, 0), (0, 2), (2, 2), (2, 4), (4, 4)], [LEAD])[:, 0]
    assert (tags > 0).tolist() == [False, True, True, True, False]


def test_a_span_within_a_token_takes_the_token() -> None:
    assert encoded(groups((Layer.UNIT,)), [(0, 9)], [LEAD])[0, 0] != 0


@pytest.mark.parametrize("layer", list(Layer))
def test_what_was_tagged_is_found(layer: Layer) -> None:
    for label in group(layer).labels:
        spans = [PredictedSpan(0, 4, layer, label, 1.0), PredictedSpan(5, 7, layer, label, 1.0)]
        tags = encoded([group(layer)], OFFSETS, spans)[:, 0].tolist()
        assert list(decoded(group(layer), certain(layer, tags), OFFSETS, TEXT)) == spans


def test_spans_that_touch_stay_apart() -> None:
    spans = [PredictedSpan(0, 2, Layer.TARGET, "", 1.0), PredictedSpan(2, 4, Layer.TARGET, "", 1.0)]
    tags = encoded([group(Layer.TARGET)], OFFSETS, spans)[:, 0].tolist()
    assert tags[:4] == [1, 2, 1, 2]
    assert list(decoded(group(Layer.TARGET), certain(Layer.TARGET, tags), OFFSETS, TEXT)) == spans


def test_a_tag_that_goes_on_from_nothing_or_from_another_label_begins_a_span() -> None:
    found = group(Layer.UNIT)
    lead, co = (2 + 2 * found.labels.index(label) for label in ("lead", "co"))
    spans = decoded(found, certain(Layer.UNIT, [0, lead, lead, co]), [(0, 1), (1, 2), (2, 3), (3, 4)], TEXT)
    assert [(span.start, span.end, span.label) for span in spans] == [(1, 3, "lead"), (3, 4, "co")]


def test_the_score_is_the_mean_chance_of_the_tags() -> None:
    chances = np.array([[0.1, 0.7, 0.2], [0.3, 0.2, 0.5]])
    (span,) = decoded(group(Layer.TASK), chances, [(0, 1), (1, 2)], TEXT)
    assert span.score == pytest.approx(0.6)


def test_blanks_at_the_rim_are_outside_and_blanks_alone_are_nothing() -> None:
    text = " 甲 \n"
    chances = certain(Layer.TASK, [1])
    assert [(span.start, span.end) for span in decoded(group(Layer.TASK), chances, [(0, 4)], text)] == [(1, 2)]
    assert not list(decoded(group(Layer.TASK), chances, [(2, 4)], text))
