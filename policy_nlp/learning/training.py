"""How a model is trained, whatever trains it: the seed, when to stop, where to compute, and how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Device(StrEnum):
    """Where to compute; `auto` takes a graphics card where there is one."""

    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """How long to train: at most `epochs`, and no longer than `patience` of them without a better one on dev."""

    seed: int = 0
    epochs: int = 30
    patience: int = 5
    device: Device = Device.AUTO


@dataclass(frozen=True, slots=True)
class Epoch:
    """An epoch that is over: its number of so many, the score on dev, and whether it is the best so far."""

    number: int
    total: int
    score: float
    is_best: bool


Tell = Callable[[Epoch], None]
"""Is told of each epoch."""


def silent(epoch: Epoch) -> None:
    """Tell nobody."""
