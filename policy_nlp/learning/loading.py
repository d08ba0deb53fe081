"""What speaks against a model folder, heard before anything in it is opened."""

from __future__ import annotations

from pathlib import Path

from policy_nlp.errors import InputError
from policy_nlp.learning.cards import Card, Kind, read_card
from policy_nlp.learning.folders import check_folder, need_safetensors

READERS = frozenset({Kind.SPACY, Kind.TRANSFORMERS})
"""The kinds of models that find spans in a text."""


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


def need_language(folder: Path, card: Card, language: str) -> None:
    """Return where the model is made for texts in `language`; raises InputError where it is not."""
    if language not in card.languages:
        names = ", ".join(card.languages)
        raise InputError("model_language", path=str(folder), languages=names, language=language)
