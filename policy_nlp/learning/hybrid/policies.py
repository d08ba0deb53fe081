"""What is kept where the rules and a model read the same text: a policy for each language and layer, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError
from policy_nlp.learning.predictions import Layer

POLICIES = "policies.toml"
"""The file in the folder of a model, and the one that holds without it."""


class Policy(StrEnum):
    """What is kept of one layer."""

    RULES = "rules"
    FILL = "fill"
    MODEL = "model"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class LayerPolicy:
    """A policy, and the least score at which a find of the model counts."""

    policy: Policy = Policy.RULES
    score: float = 0.5

    def __post_init__(self) -> None:
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"score {self.score} is not from 0 to 1")


Policies = Mapping[str, Mapping[Layer, LayerPolicy]]
"""The policy of each layer by language; rules alone where there is none."""


def policies_in(folder: Path) -> Policies:
    """Return the policies in the folder of a model, else those of the package.

    Raises InputError naming the file and the place in it that is wrong.
    """
    own = folder / POLICIES
    return _read(own if own.is_file() else files("policy_nlp.learning.hybrid") / POLICIES)


def _read(file: Path | Traversable) -> Policies:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:
        raise InputError("policies_broken", path=str(file), cause=str(error)) from error
    return {language: _layers(file, language, table) for language, table in data.items()}


def _layers(file: Path | Traversable, language: str, table: Any) -> dict[Layer, LayerPolicy]:
    if not isinstance(table, dict):
        raise InputError("policies_broken", path=str(file), place=language, cause=f"{table!r}")
    return {Layer(name): _layer(file, f"{language}.{name}", one) for name, one in _known(file, language, table)}


def _known(file: Path | Traversable, language: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, one in table.items():
        if name not in set(Layer):
            raise InputError("policies_broken", path=str(file), place=f"{language}.{name}", cause=", ".join(Layer))
        yield name, one


def _layer(file: Path | Traversable, place: str, table: Any) -> LayerPolicy:
    try:
        return LayerPolicy(Policy(table["policy"]), float(table.get("score", LayerPolicy().score)))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        cause = f"{type(error).__name__}: {error}"
        raise InputError("policies_broken", path=str(file), place=place, cause=cause) from error


def policies_toml(policies: Policies) -> str:
    """Return policies as the file says them.

    >>> print(policies_toml({"zh": {Layer.UNIT: LayerPolicy(Policy.FILL, 0.9)}}), end="")
    [zh.unit]
    policy = "fill"
    score = 0.9
    """
    return "\n".join(
        f'[{language}.{layer}]\npolicy = "{one.policy}"\nscore = {one.score}\n'
        for language, layers in policies.items()
        for layer, one in layers.items()
    )
