"""A trained pair model that `compare` may ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from policy_nlp.comparison import Settings
from policy_nlp.comparison.verdicts import Verdict
from policy_nlp.errors import InputError
from policy_nlp.learning.cards import Card, Kind
from policy_nlp.learning.loading import checked
from policy_nlp.learning.networks import checkpoints
from policy_nlp.learning.networks.checkpoints import Checkpoint
from policy_nlp.learning.networks.devices import device_name
from policy_nlp.learning.networks.libraries import torch
from policy_nlp.learning.pairs.lessons import ANSWERS
from policy_nlp.learning.training import Device

HEAD = "AutoModelForSequenceClassification"
_BATCH = 16


@dataclass(frozen=True, slots=True)
class PairModel:
    """A pair model, ready on a device; `longest` is how many tokens of both texts together it sees."""

    card: Card
    checkpoint: Checkpoint
    longest: int
    device: str

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> list[Verdict]:
        """Return for each pair of a template's task and a local one whether the second carries out the first."""
        starts = range(0, len(pairs), _BATCH)
        return [said for start in starts for said in self._batch(pairs[start : start + _BATCH])]

    def _batch(self, pairs: Sequence[tuple[str, str]]) -> Iterator[Verdict]:
        library = torch(self.card.name)
        above, below = ([pair[side] for pair in pairs] for side in (0, 1))
        inputs = self.checkpoint.tokenizer(
            above, below, truncation=True, max_length=self.longest, padding=True, return_tensors="pt"
        )
        with library.inference_mode():
            logits = self.checkpoint.network(**inputs.to(self.device)).logits.float()
        yield from (Verdict(*row) for row in library.softmax(logits, dim=-1).cpu().tolist())


def load_pairs(path: str | Path, *, device: Device = Device.AUTO) -> PairModel:
    """Return the pair model in the folder `path`; nothing is fetched and no code of the folder is run.

    Raises InputError naming the folder and the reason where it is refused or damaged.
    """
    folder = Path(path)
    card = checked(folder, kinds=frozenset({Kind.PAIRS}))
    where = device_name(device, path=folder)
    checkpoint = checkpoints.saved(folder, HEAD)
    longest = _longest(folder, card, checkpoint)
    checkpoint.network.to(where)
    return PairModel(card, checkpoint, longest, where)


def _longest(folder: Path, card: Card, checkpoint: Checkpoint) -> int:
    longest: Any = card.settings.get("longest")
    if card.labels != ANSWERS or not isinstance(longest, int):
        raise InputError("model_card_broken", path=str(folder), card="labels, settings", cause=f"{card.labels}")
    if checkpoint.network.config.num_labels != len(ANSWERS) or longest > checkpoint.longest:
        raise InputError("model_unloadable", path=str(folder), cause="config.json")
    return longest


def settings_with_models(settings: Settings) -> Settings:
    """Return the settings of a comparison with the pair model that they name, if any; raises as `load_pairs` does."""
    if settings.pair_model is None:
        return settings
    return replace(settings, judge=load_pairs(settings.pair_model))
