"""A token model that reads a text of any length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError
from policy_nlp.learning.cards import CARD, Card, Kind
from policy_nlp.learning.loading import checked, need_language
from policy_nlp.learning.networks.recipes import Windows
from policy_nlp.learning.networks.running import Runner, loaded
from policy_nlp.learning.predictions import PredictedSpan
from policy_nlp.learning.tokens.tags import Group, decoded, groups, layers_of
from policy_nlp.learning.tokens.windows import Window, joined, windows
from policy_nlp.learning.training import Device

HEAD = "AutoModelForTokenClassification"
_BATCH = 8


@dataclass(frozen=True, slots=True)
class TokenPredictor:
    """A token model, ready on a device."""

    card: Card
    runner: Runner
    tags: tuple[Group, ...]
    cut: Windows

    @property
    def name(self) -> str:
        """The name on the card."""
        return self.card.name

    @property
    def languages(self) -> frozenset[str]:
        """The languages on the card."""
        return frozenset(self.card.languages)

    def predict(self, text: str, *, language: str) -> tuple[PredictedSpan, ...]:
        """Return what stands in `text`, with offsets into it, sorted; raises InputError for another language."""
        need_language(self.name, self.card, language)
        found = windows(self.runner.tokenizer, [text], size=self.cut.size, overlap=self.cut.overlap)
        offsets, scores = joined(found, list(self._scores(found)))
        if not len(offsets):
            return ()
        spans = (span for tags in self.tags for span in decoded(tags, _chances(scores, tags), offsets, text))
        return tuple(sorted(spans))

    def _scores(self, found: Sequence[Window]) -> Iterator[Any]:
        """Yield what the network says of the tokens of each window."""
        answers = self.runner.answers([window.piece for window in found])
        for window, row in zip(found, answers, strict=True):
            yield row[window.first : window.first + window.length]


def _chances(scores: Any, tags: Group) -> Any:
    """Return the chance of each tag of one layer: the exponentials of its scores, in shares."""
    import numpy as np

    part = scores[:, tags.start : tags.stop]
    grown = np.exp(part - part.max(axis=1, keepdims=True))
    return grown / grown.sum(axis=1, keepdims=True)


def load_tokens(path: str | Path, *, language: str | None = None, device: Device = Device.AUTO) -> TokenPredictor:
    """Return the token model in the folder `path`; nothing is fetched and no code of the folder is run.

    Raises InputError naming the folder and the reason where it is refused, damaged, or not made for `language`.
    """
    folder = Path(path)
    card = checked(folder, kinds=frozenset({Kind.TRANSFORMERS}), language=language)
    tags, cut = _settings(folder, card)
    runner, outputs, longest = loaded(folder, card, HEAD, device)
    if outputs != tags[-1].stop or cut.size > (longest or cut.size):
        raise InputError("model_unloadable", path=str(folder), cause="config.json")
    return TokenPredictor(card, runner, tags, cut)


def _settings(folder: Path, card: Card) -> tuple[tuple[Group, ...], Windows]:
    try:
        return groups(layers_of(card.labels)), Windows(**card.settings["windows"])
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(
            "model_card_broken", path=str(folder), card=CARD, cause=f"labels, settings: {error}"
        ) from error
