"""What spaCy calls our layers and labels."""

from __future__ import annotations

from policy_nlp.learning.predictions import LABELS, Layer
from policy_nlp.schema import SectionType

TASK = "task"
SECTIONS: dict[str, SectionType] = {f"section-{kind}": kind for kind in SectionType}
"""The categories that say what the section around a block is for."""
CATEGORIES = (TASK, *SECTIONS)


def _entity(layer: Layer, label: str) -> str:
    return f"{layer}-{label}" if label else str(layer)


ENTITIES: dict[str, tuple[Layer, str]] = {
    _entity(layer, label): (layer, label)
    for layer in (Layer.UNIT, Layer.DEADLINE, Layer.TARGET)
    for label in sorted(LABELS[layer])
}
"""The entities that stand in blocks, with their layer and label."""


def entity(layer: Layer, label: str) -> str:
    """Return what spaCy calls a layer with a label.

    >>> entity(Layer.UNIT, "lead"), entity(Layer.TARGET, "")
    ('unit-lead', 'target')
    """
    return _entity(layer, label)
