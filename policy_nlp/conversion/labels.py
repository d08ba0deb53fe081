"""The labels that a reviewer sees: one flat set for all tools, each naming a layer and what kind of thing it is."""

from __future__ import annotations

from enum import StrEnum

from policy_nlp.schema import DeadlineKind, Role, SectionType, TargetKind


class Layer(StrEnum):
    """The kinds of records that mark a span."""

    PLAN = "plan"
    SECTION = "section"
    TASK = "task"
    UNIT = "unit"
    DEADLINE = "deadline"
    TARGET = "target"

    @property
    def collection(self) -> str:
        """The field of a document that holds such records."""
        return f"{self}s"


KIND_FIELDS = {Layer.SECTION: "type", Layer.UNIT: "role", Layer.DEADLINE: "kind", Layer.TARGET: "kind"}
"""The field of a record that its label spells out, so that a reviewer can change it."""

_KINDS = {Layer.SECTION: SectionType, Layer.UNIT: Role, Layer.DEADLINE: DeadlineKind, Layer.TARGET: TargetKind}


def label_of(layer: Layer, kind: str | None) -> str:
    """Return the label of a record.

    >>> label_of(Layer.UNIT, "lead"), label_of(Layer.TASK, None)
    ('unit-lead', 'task')
    """
    return f"{layer}-{kind}" if kind else str(layer)


def labels(layer: Layer) -> tuple[str, ...]:
    """Return all labels of a layer.

    >>> labels(Layer.TARGET)
    ('target-numeric', 'target-universal')
    """
    return tuple(label_of(layer, kind) for kind in _KINDS[layer]) if layer in _KINDS else (str(layer),)


LABELS = tuple(label for layer in Layer for label in labels(layer))
"""All labels, in the order of the layers."""


def parts(label: str) -> tuple[Layer, str | None]:
    """Return the layer and the kind that a label names; KeyError where it is none of ours.

    >>> parts("deadline-by")
    (<Layer.DEADLINE: 'deadline'>, 'by')
    """
    if label not in LABELS:
        raise KeyError(label)
    layer, _, kind = label.partition("-")
    return Layer(layer), kind or None
