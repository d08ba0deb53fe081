"""From a model folder to a model that reads texts, after all that speaks against the folder has been heard."""

from __future__ import annotations

from pathlib import Path

from policy_nlp.errors import InputError
from policy_nlp.learning.cards import Card, Kind, read_card
from policy_nlp.learning.folders import check_folder, need_safetensors
from policy_nlp.learning.predictions import Predictor
from policy_nlp.learning.training import Device

READERS = frozenset({Kind.SPACY, Kind.TRANSFORMERS})
"""The kinds of models that find spans in a text."""


def load_predictor(path: str | Path, *, language: str | None = None, device: Device = Device.AUTO) -> Predictor:
    """Return the model in the folder `path`, whatever it was trained with; nothing is fetched, no code of it is run.

    Raises InputError naming the folder and the reason where it is refused, as `checked` does, or damaged, or where a
    library is missing. spaCy pipelines run on the processor.
    """
    folder = Path(path)
    if checked(folder, language=language).kind is Kind.SPACY:
        from policy_nlp.learning.spacy_models.predictor import load_spacy

        return load_spacy(folder, read_card(folder))
    from policy_nlp.learning.tokens import load_tokens

    return load_tokens(folder, device=device)


def checked(folder: Path, *, kinds: frozenset[Kind] = READERS, language: str | None = None) -> Card:
    """Return the card of a model folder that may be opened.

    Raises InputError naming the folder and the reason where it may not: there is no card or one of another format, a
    file in it could run code, its weights are no safetensors, or it is not of one of `kinds` or not for `language`.
    """
    check_folder(folder)
    card = read_card(folder)
    if card.kind not in kinds:
        wanted = ", ".join(sorted(kinds))
        raise InputError("model_kind", path=str(folder), found=card.kind, wanted=wanted)
    if language is not None:
        need_language(folder, card, language)
    if card.kind is not Kind.SPACY:
        need_safetensors(folder)
    return card


def need_language(folder: Path | str, card: Card, language: str) -> None:
    """Return where the model is made for texts in `language`; raises InputError where it is not."""
    if language not in card.languages:
        names = ", ".join(card.languages)
        raise InputError("model_language", path=str(folder), languages=names, language=language)
