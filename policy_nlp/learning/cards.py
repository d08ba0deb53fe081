"""The card in a model folder: what the model is, what it was made with and of, and what it reached."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError
from policy_nlp.safe_files import make_folder, write_safely
from policy_nlp.version import __version__

CARD = "policy_nlp_model.json"
FORMAT = 1
"""Raised when folders of before can no longer be read."""


class Kind(StrEnum):
    """What a model folder holds, and so what loads it."""

    SPACY = "spacy"
    TRANSFORMERS = "transformers"
    PAIRS = "pairs"


_LIBRARY = {Kind.SPACY: "spacy", Kind.TRANSFORMERS: "transformers", Kind.PAIRS: "transformers"}


@dataclass(frozen=True, slots=True)
class Card:
    """What is known about a trained model.

    `labels` are the model's own. `base` is the checkpoint that training began with, None where it began from nothing.
    `corpus` is the digest of the training documents. `figures` holds what was measured, and on what; `settings` what
    the loader needs besides the weights.
    """

    name: str
    kind: Kind
    languages: tuple[str, ...]
    labels: tuple[str, ...]
    seed: int
    corpus: str
    base: str | None = None
    figures: Mapping[str, Any] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    made_with: Mapping[str, str] = field(default_factory=dict)
    package: str = __version__
    format: int = FORMAT


def made_with(kind: Kind) -> dict[str, str]:
    """Return the library that a model of this kind is made with, and its version, for the card."""
    return {_LIBRARY[kind]: version(_LIBRARY[kind])}


def write_card(folder: Path, card: Card) -> None:
    """Write `card` into `folder`, complete or not at all; raises InputError where that is not possible."""
    make_folder(folder)
    write_safely(folder / CARD, json.dumps(asdict(card), ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def read_card(folder: Path) -> Card:
    """Return the card in `folder`.

    Raises InputError where there is no card, where it is broken, or where it is of a format, or its model of a library,
    that this version cannot read.
    """
    data = _data(folder)
    _refuse_format(folder, data.get("format"))
    card = _card(folder, data)
    _refuse_library(folder, card)
    return card


def _data(folder: Path) -> dict[str, Any]:
    path = folder / CARD
    if not path.is_file():
        raise InputError("model_no_card", path=str(folder), card=CARD)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise InputError("model_card_broken", path=str(folder), card=CARD, cause=str(error)) from error
    if not isinstance(data, dict):
        raise InputError("model_card_broken", path=str(folder), card=CARD, cause="{…}")
    return data


def _refuse_format(folder: Path, found: object) -> None:
    if not isinstance(found, int):
        raise InputError("model_card_broken", path=str(folder), card=CARD, cause="format")
    if found < FORMAT:
        raise InputError("model_older", path=str(folder), found=found, known=FORMAT)
    if found > FORMAT:
        raise InputError("model_newer", path=str(folder), found=found, known=FORMAT)


def _card(folder: Path, data: dict[str, Any]) -> Card:
    try:
        return Card(
            name=str(data["name"]),
            kind=Kind(data["kind"]),
            languages=_names(data["languages"]),
            labels=_names(data["labels"]),
            seed=int(data["seed"]),
            corpus=str(data["corpus"]),
            base=None if data.get("base") is None else str(data["base"]),
            figures=dict(data.get("figures") or {}),
            settings=dict(data.get("settings") or {}),
            made_with=dict(data.get("made_with") or {}),
            package=str(data["package"]),
        )
    except KeyError as error:
        raise InputError("model_card_broken", path=str(folder), card=CARD, cause=error.args[0]) from error
    except (TypeError, ValueError) as error:
        raise InputError("model_card_broken", path=str(folder), card=CARD, cause=str(error)) from error


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise TypeError(f"{value!r}")
    return tuple(value)


def _refuse_library(folder: Path, card: Card) -> None:
    """A library promises to read what it wrote itself, of one major version; a missing one is told by the loader."""
    for library, found in card.made_with.items():
        try:
            here = version(library)
        except PackageNotFoundError:
            continue
        if str(found).split(".")[0] != here.split(".")[0]:
            raise InputError("model_library", path=str(folder), library=library, found=found, here=here)
