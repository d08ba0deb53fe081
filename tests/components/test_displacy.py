"""displaCy draws every group of spans; the colors of the labels are ours."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("spacy", reason="spaCy is an extra")

from spacy import displacy

from policy_nlp.components.colors import COLORS
from policy_nlp.conversion.labels import Layer, labels
from tests.components.pipelines import PIPELINES, TEXTS, pipeline


@pytest.mark.parametrize(("language", "tokenizer"), PIPELINES)
@pytest.mark.parametrize("layer", [Layer.TASK, Layer.UNIT, Layer.DEADLINE, Layer.TARGET])
def test_each_group_is_drawn(language: str, tokenizer: dict[str, Any], layer: Layer) -> None:
    doc = pipeline(language, tokenizer)(TEXTS[language])
    key = f"policy_{layer.collection}"
    page = displacy.render(doc, style="span", jupyter=False, options={"spans_key": key, "colors": COLORS})
    used = {span.label_ for span in doc.spans[key]}
    assert used and all(label in page and COLORS[label.upper()] in page for label in used)


def test_every_label_has_a_color() -> None:
    drawn = (Layer.TASK, Layer.UNIT, Layer.DEADLINE, Layer.TARGET)
    assert {label.upper() for layer in drawn for label in labels(layer)} == set(COLORS)
