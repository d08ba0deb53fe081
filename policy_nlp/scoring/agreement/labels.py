"""What two annotators marked alike: labels of things that both found, and units for gamma."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any

from policy_nlp.schema import Document
from policy_nlp.scoring.agreement.gamma import Annotated, Placed
from policy_nlp.scoring.overlap import HALF, closest

LABELS: dict[str, tuple[str, Callable[[Any], Hashable]]] = {
    "section_type": ("sections", lambda section: section.type),
    "section_level": ("sections", lambda section: section.level),
    "unit_role": ("units", lambda unit: unit.role),
    "deadline_kind": ("deadlines", lambda deadline: deadline.kind),
    "target_op": ("targets", lambda target: target.op),
}
"""The labels that kappa looks at: which records carry them, and where."""

UNITIZED: dict[str, tuple[str, Callable[[Any], Hashable]]] = {
    "task": ("tasks", lambda task: None),
    "unit": ("units", lambda unit: unit.role),
    "deadline": ("deadlines", lambda deadline: deadline.kind),
    "target": ("targets", lambda target: target.kind),
}
"""What gamma looks at: which records, and their category."""


def label_pairs(one: Document, other: Document, name: str) -> Iterator[tuple[Hashable, Hashable]]:
    """Yield both annotators' labels of each thing that both found: spans that share half of their characters.

    >>> list(label_pairs(Document("a", "zh", ""), Document("a", "zh", ""), "unit_role"))
    []
    """
    kind, label = LABELS[name]
    ours, theirs = getattr(one, kind), getattr(other, kind)
    pairs = closest([item.span for item in ours], [item.span for item in theirs], least=HALF)
    yield from ((label(ours[left]), label(theirs[right])) for left, right in pairs.items())


def annotated(one: Document, other: Document, name: str) -> Annotated:
    """Return what both annotators marked of one kind; what stands at one place several times counts once.

    >>> annotated(Document("a", "zh", "方案"), Document("a", "zh", "方案"), "task")
    Annotated(length=2, one=(), other=())
    """
    return Annotated(len(one.text), _placed(one, name), _placed(other, name))


def _placed(document: Document, name: str) -> tuple[Placed, ...]:
    kind, category = UNITIZED[name]
    return tuple(dict.fromkeys((item.span, category(item)) for item in getattr(document, kind)))
