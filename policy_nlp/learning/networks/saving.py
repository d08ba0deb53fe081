"""What training has made, and how it is written into a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from policy_nlp.learning.cards import Card
from policy_nlp.learning.networks.checkpoints import Checkpoint
from policy_nlp.learning.networks.onnx import export

Model = TypeVar("Model")
_READABLE = 0o644
"""The library lets nobody but its own user read weights; a model is read by whoever may read its folder."""


@dataclass(frozen=True, slots=True)
class Trained(Generic[Model]):
    """A model that can be asked, the network and the tokenizer that it consists of, and its card."""

    model: Model
    checkpoint: Checkpoint
    card: Card


def save(trained: Trained[Model], folder: Path, *, onnx: bool = False) -> None:
    """Write the network, as safetensors, and its tokenizer into `folder`; with `onnx` also as ONNX.

    Raises InputError where what exports to ONNX is not installed.
    """
    checkpoint = trained.checkpoint
    checkpoint.tokenizer.backend_tokenizer.no_truncation()
    checkpoint.network.save_pretrained(folder)
    checkpoint.tokenizer.save_pretrained(folder)
    for weights in folder.glob("*.safetensors"):
        weights.chmod(_READABLE)
    if onnx:
        per_token = checkpoint.network.config.architectures[0].endswith("ForTokenClassification")
        export(checkpoint, trained.card.settings["inputs"], folder, per_token=per_token)
