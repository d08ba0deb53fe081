"""How near two tasks are in the eyes of a multilingual model that lies on this machine, where one is configured."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError

Encode = Callable[[Sequence[str]], Sequence[Sequence[float]]]
"""Gives each text a vector."""

Meanings = dict[tuple[int, int], float]
_EXTRA = "meanings"
_BATCH = 16
_LONGEST = 256
_UNRELATED = 0.5
"""Models of this kind find even unrelated texts this near."""


def meanings(template: Sequence[str], local: Sequence[str], encode: Encode) -> Meanings:
    """Return how near each text of `template` is to each of `local`, from 0 for unrelated ones to 1.

    >>> meanings(["a"], ["b", "c"], lambda texts: [[1.0, 0.0] if text != "c" else [0.0, 1.0] for text in texts])
    {(0, 0): 1.0, (0, 1): 0.0}
    """
    above, below = ([_unit(vector) for vector in encode(texts)] for texts in (template, local))
    return {
        (row, column): _nearness(sum(a * b for a, b in zip(one, other, strict=True)))
        for row, one in enumerate(above)
        for column, other in enumerate(below)
    }


def _nearness(cosine: float) -> float:
    return round(min(1.0, max(0.0, (cosine - _UNRELATED) / (1 - _UNRELATED))), 6)


def _unit(vector: Sequence[float]) -> list[float]:
    norm = math.sqrt(sum(value * value for value in vector)) or 1.0
    return [value / norm for value in vector]


def encoder(path: str) -> Encode:
    """Return the encoder in the folder `path`: the mean over the tokens of a text. Nothing is fetched, no code is run.

    It computes on a graphics card where torch finds one, else on the processor.

    Raises InputError where there is no such folder or no model in it, or where the extra `meanings` is not installed.
    """
    if not Path(path).is_dir():
        raise InputError("no_such_file", path=path)
    try:
        torch, transformers = import_module("torch"), import_module("transformers")
    except ImportError as error:
        raise InputError("extra_missing", path=path, library=error.name, extra=_EXTRA) from error
    tokenizer, model = _loaded(torch, transformers, path)

    def encode(texts: Sequence[str]) -> list[list[float]]:
        starts = range(0, len(texts), _BATCH)
        with torch.no_grad():
            batches = [_means(tokenizer, model, texts[start : start + _BATCH]) for start in starts]
        return [vector for batch in batches for vector in batch]

    return encode


def _loaded(torch: Any, transformers: Any, path: str) -> tuple[Any, Any]:
    """Return the tokenizer and the model in a folder; weights that could run code are refused."""
    transformers.utils.logging.disable_progress_bar()
    offline = {"local_files_only": True, "trust_remote_code": False}
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(path, **offline)
        model = transformers.AutoModel.from_pretrained(path, use_safetensors=True, **offline)
    except (OSError, ValueError) as error:
        raise InputError("model_broken", path=path, cause=str(error).splitlines()[0]) from error
    return tokenizer, model.eval().to("cuda" if torch.cuda.is_available() else "cpu")


def _means(tokenizer: Any, model: Any, texts: Sequence[str]) -> list[list[float]]:
    tokens = tokenizer(list(texts), padding=True, truncation=True, max_length=_LONGEST, return_tensors="pt")
    tokens = tokens.to(model.device)
    states, mask = model(**tokens).last_hidden_state, tokens["attention_mask"].unsqueeze(-1)
    means: list[list[float]] = ((states * mask).sum(1) / mask.sum(1)).tolist()
    return means
