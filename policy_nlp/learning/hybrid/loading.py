"""The model in a folder beside the rules, loaded once."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from policy_nlp.errors import InputError
from policy_nlp.learning.cards import CARD
from policy_nlp.learning.hybrid.combining import Hybrid
from policy_nlp.learning.hybrid.policies import POLICIES, policies_in
from policy_nlp.learning.loading import load_predictor
from policy_nlp.pipeline import from_page
from policy_nlp.reading import read_page
from policy_nlp.schema import Document


def run_with(document: Document, model: str | Path | None) -> Document:
    """Return `document`, as the rules read it, together with what the model at `model` adds; unchanged without one.

    `model` is the folder of a model, or one with a folder below it for each language. Raises InputError, naming the
    folder and the reason, where there is no model for the language of the document or it may not be loaded.
    """
    return document if model is None else hybrid_at(model, language=document.language).read(document)


def extract(path: Path | str, *, model: str | Path | None = None, language: str | None = None) -> Document:
    """Return the document in the file at `path`, read by the rules and, where one is given, a model.

    Raises InputError as `policy_nlp.read` and `run_with` do.
    """
    return run_with(from_page(read_page(path), language=language), model)


def hybrid_at(folder: str | Path, *, language: str) -> Hybrid:
    """Return the model for `language` at `folder` beside the rules; raises InputError as `run_with` does."""
    return _loaded(str(folder), language)


@lru_cache(maxsize=8)
def _loaded(folder: str, language: str) -> Hybrid:
    home = _home(Path(folder), language)
    return Hybrid(load_predictor(home, language=language), policies_in(home))


def _home(folder: Path, language: str) -> Path:
    """The folder itself where it holds a card, else the one below it for a language."""
    below = folder / language
    return below if not (folder / CARD).is_file() and (below / CARD).is_file() else folder


def fingerprint(folder: str | Path) -> str:
    """Return a digest of the cards and policies at `folder`: another training or another policy gives another one.

    Raises InputError where there is no such folder.
    """
    home = Path(folder)
    if not home.is_dir():
        raise InputError("no_such_file", path=str(folder))
    files = sorted(file for name in (CARD, POLICIES) for file in (*home.glob(name), *home.glob(f"*/{name}")))
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
