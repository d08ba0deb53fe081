"""What a component was told: the language, the fiscal year, how spans meet tokens and what their groups are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from policy_nlp.conversion.labels import Layer
from policy_nlp.conversion.piped import group_name
from policy_nlp.lexicon.load import LANGUAGES

_MONTHS = range(1, 13)


class Alignment(StrEnum):
    """What becomes of a span that begins or ends inside a token."""

    EXPAND = "expand"
    CONTRACT = "contract"
    STRICT = "strict"


GROUPS: Mapping[Layer, str] = {
    layer: group_name(layer) for layer in (Layer.TASK, Layer.UNIT, Layer.DEADLINE, Layer.TARGET)
}
"""The names of the groups in `doc.spans` unless others are given."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of a component; `groups` names a group of `doc.spans` for each layer that shall have one, `model` the
    folder of a model that reads beside the rules.

    Raises ValueError where a value cannot be.

    >>> Settings(fiscal_start=13)
    Traceback (most recent call last):
    ValueError: no month: 13
    """

    language: str | None = None
    fiscal_start: int | None = None
    alignment: Alignment = Alignment.EXPAND
    groups: Mapping[Layer, str] = field(default_factory=lambda: GROUPS, hash=False)
    model: str | None = None

    def __post_init__(self) -> None:
        if self.language not in (None, *LANGUAGES):
            raise ValueError(f"no language of plans: {self.language!r}")
        if self.fiscal_start is not None and self.fiscal_start not in _MONTHS:
            raise ValueError(f"no month: {self.fiscal_start}")


def groups_of(names: Mapping[str, str | None]) -> dict[Layer, str]:
    """Return the groups that a configuration names; a layer without a name has none.

    Raises ValueError where a layer is unknown.

    >>> groups_of({"task": "sc", "unit": None})
    {<Layer.TASK: 'task'>: 'sc'}
    """
    unknown = [layer for layer in names if layer not in set(Layer)]
    if unknown:
        raise ValueError(f"no layer {unknown[0]!r}, only: {', '.join(Layer)}")
    return {Layer(layer): name for layer, name in names.items() if name}
