"""A network that answers, whatever computes it: texts go in as pieces of a tokenizer, scores come out as an array."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from policy_nlp.errors import InputError
from policy_nlp.learning.cards import CARD, Card
from policy_nlp.learning.networks import checkpoints
from policy_nlp.learning.networks.checkpoints import Checkpoint
from policy_nlp.learning.networks.devices import device_name
from policy_nlp.learning.networks.libraries import torch
from policy_nlp.learning.networks.onnx import exported_to, onnx_scores
from policy_nlp.learning.training import Device

_FIELDS = {"input_ids": "ids", "attention_mask": "attention_mask", "token_type_ids": "type_ids"}
"""What networks call the parts of their input, and what the tokenizer calls them."""
_BATCH = 8

Inputs = Mapping[str, Sequence[int]]
Scores = Callable[[Mapping[str, Any]], Any]


@dataclass(frozen=True, slots=True)
class Runner:
    """A network ready to answer: its tokenizer, the parts of its input, what fills the shorter rows of a batch."""

    tokenizer: Any
    names: tuple[str, ...]
    pad: int
    scores: Scores

    def answers(self, pieces: Sequence[Any]) -> Iterator[Any]:
        """Yield the scores of each piece of text, as its tokenizer has cut it, and of what fills it up in its batch."""
        rows = [inputs_of(piece, self.names) for piece in pieces]
        for start in range(0, len(rows), _BATCH):
            yield from self.scores(self._batch(rows[start : start + _BATCH]))

    def _batch(self, rows: Sequence[Inputs]) -> dict[str, Any]:
        longest = max(len(row[self.names[0]]) for row in rows)
        batch = {}
        for name in self.names:
            batch[name] = np.full((len(rows), longest), self.pad if name == "input_ids" else 0, dtype=np.int64)
            for place, row in enumerate(rows):
                batch[name][place, : len(row[name])] = row[name]
        return batch


def inputs_of(piece: Any, names: Sequence[str]) -> Inputs:
    """Return what a network takes of a piece of text that a tokenizer has cut."""
    return {name: getattr(piece, _FIELDS[name]) for name in names}


def settings_of(checkpoint: Checkpoint) -> dict[str, Any]:
    """Return what the card must say of the input, for those who load the network without the library it is from."""
    names = [name for name in checkpoint.tokenizer.model_input_names if name in _FIELDS]
    return {"inputs": names, "pad": checkpoint.tokenizer.pad_token_id or 0}


def with_torch(checkpoint: Checkpoint, device: str, *, path: object) -> Runner:
    """Return the network of a checkpoint, computed by torch on `device`."""
    library, network = torch(path), checkpoint.network.to(device).eval()

    def scores(batch: Mapping[str, Any]) -> Any:
        tensors = {name: library.from_numpy(values).to(device) for name, values in batch.items()}
        with library.inference_mode():
            return network(**tensors).logits.float().cpu().numpy()

    said = settings_of(checkpoint)
    return Runner(checkpoint.tokenizer.backend_tokenizer, tuple(said["inputs"]), said["pad"], scores)


def loaded(folder: Path, card: Card, head: str, device: Device) -> tuple[Runner, int, int | None]:
    """Return the network in a folder that has been checked, how many scores it gives, and the most tokens it takes.

    A network that was exported to ONNX is computed by onnxruntime where that is installed, unless a graphics card is
    asked for: it starts in a fraction of the time. Raises InputError where the folder is damaged or a library missing.
    """
    if device is not Device.CUDA and exported_to(folder):
        names, pad = _inputs(folder, card)
        tokenizer, scores, outputs = onnx_scores(folder)
        return Runner(tokenizer, names, pad, scores), outputs, None
    where = device_name(device, path=folder)
    checkpoint = checkpoints.saved(folder, head)
    return with_torch(checkpoint, where, path=folder), checkpoint.network.config.num_labels, checkpoint.longest


def _inputs(folder: Path, card: Card) -> tuple[tuple[str, ...], int]:
    """Return what the card says of the input of the network; raises InputError where that cannot be."""
    names, pad = card.settings.get("inputs"), card.settings.get("pad")
    if not isinstance(names, list) or not names or not set(names) <= _FIELDS.keys() or not isinstance(pad, int):
        raise InputError("model_card_broken", path=str(folder), card=CARD, cause="settings: inputs, pad")
    return tuple(names), pad
