"""Model folders that hold nothing but what a refusal is about."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from policy_nlp.learning.cards import CARD, Card, Kind, write_card


def model_folder(folder: Path, *, kind: Kind = Kind.TRANSFORMERS, **changed: Any) -> Path:
    """A folder with a card and weights that nobody will open; `changed` overwrites entries of the card."""
    card = Card("tiny", kind, ("zh",), ("B-target",), seed=1, corpus="0" * 64)
    write_card(folder, card)
    written = json.loads((folder / CARD).read_text(encoding="utf-8")) | changed
    (folder / CARD).write_text(json.dumps(written), encoding="utf-8")
    (folder / "config.json").write_text("{}", encoding="utf-8")
    (folder / "model.safetensors").write_bytes(b"\x08\0\0\0\0\0\0\0{}      ")
    return folder
