"""A trained pair model that `compare` may ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from policy_nlp.comparison import Settings
from policy_nlp.comparison.verdicts import Verdict
from policy_nlp.errors import InputError
from policy_nlp.learning.cards import CARD, Card, Kind
from policy_nlp.learning.loading import checked
from policy_nlp.learning.networks.running import Runner, loaded
from policy_nlp.learning.pairs.lessons import ANSWERS
from policy_nlp.learning.training import Device

HEAD = "AutoModelForSequenceClassification"


@dataclass(frozen=True, slots=True)
class PairModel:
    """A pair model, ready on a device; `longest` is how many tokens of both texts together it sees."""

    card: Card
    runner: Runner
    longest: int

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> list[Verdict]:
        """Return for each pair of a template's task and a local one whether the second carries out the first."""
        self.runner.tokenizer.no_padding()
        self.runner.tokenizer.enable_truncation(self.longest)
        pieces = self.runner.tokenizer.encode_batch(list(pairs))
        return [_verdict(scores) for scores in self.runner.answers(pieces)]


def _verdict(scores: Any) -> Verdict:
    """The exponentials of the scores, in shares."""
    grown = np.exp(scores - scores.max())
    return Verdict(*(grown / grown.sum()).tolist())


def load_pairs(path: str | Path, *, device: Device = Device.AUTO) -> PairModel:
    """Return the pair model in the folder `path`; nothing is fetched and no code of the folder is run.

    Raises InputError naming the folder and the reason where it is refused or damaged.
    """
    folder = Path(path)
    card = checked(folder, kinds=frozenset({Kind.PAIRS}))
    longest: Any = card.settings.get("longest")
    if card.labels != ANSWERS or not isinstance(longest, int):
        raise InputError("model_card_broken", path=str(folder), card=CARD, cause="labels, settings")
    runner, outputs, most = loaded(folder, card, HEAD, device)
    if outputs != len(ANSWERS) or longest > (most or longest):
        raise InputError("model_unloadable", path=str(folder), cause="config.json")
    return PairModel(card, runner, longest)


def settings_with_models(settings: Settings) -> Settings:
    """Return the settings of a comparison with the pair model that they name, if any; raises as `load_pairs` does."""
    if settings.pair_model is None:
        return settings
    return replace(settings, judge=load_pairs(settings.pair_model))
