"""A long text as overlapping windows of tokens, and what was said of each window put together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

_EMPTY = np.zeros((0, 2), dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Window:
    """One window of a text: which text, the piece that the tokenizer has cut, the place of each token in the text.

    The marks of the tokenizer stand for no characters; `first` is where the tokens of the text begin behind them, and
    `position` where the first of these stands among all tokens of the text.
    """

    text: int
    piece: Any
    offsets: Any
    first: int
    position: int

    @property
    def length(self) -> int:
        """How many tokens of the text the window holds."""
        return len(self.offsets)


def windows(tokenizer: Any, texts: Sequence[str], *, size: int, overlap: int) -> list[Window]:
    """Return the windows of all `texts`, in order; `size` counts the tokenizer's own marks, `overlap` does not.

    `tokenizer` is one of the library tokenizers.
    """
    tokenizer.no_padding()
    tokenizer.enable_truncation(size, stride=overlap)
    step = size - tokenizer.num_special_tokens_to_add(False) - overlap
    return [
        _window(text, piece, place * step)
        for text, whole in enumerate(tokenizer.encode_batch(list(texts)))
        for place, piece in enumerate((whole, *whole.overflowing))
    ]


def _window(text: int, piece: Any, position: int) -> Window:
    places = [place for place, sequence in enumerate(piece.sequence_ids) if sequence == 0]
    first = places[0] if places else 0
    offsets = np.asarray(piece.offsets, dtype=np.int64).reshape(-1, 2)[first : first + len(places)]
    return Window(text, piece, offsets, first, position)


def joined(found: Sequence[Window], answers: Sequence[Any]) -> tuple[Any, Any]:
    """Return the offsets of all tokens of one text, and for each the answer of the window where it stands deepest.

    `answers` has a row for each token of each window, without the tokenizer's marks.
    """
    if not found or not found[0].length:
        return _EMPTY, np.zeros((0, 0))
    total = found[-1].position + found[-1].length
    offsets = np.zeros((total, 2), dtype=np.int64)
    rows = np.zeros((total, answers[0].shape[1]), dtype=answers[0].dtype)
    depths = np.full(total, -1)
    for window, answer in zip(found, answers, strict=True):
        here = slice(window.position, window.position + window.length)
        depth = np.minimum(np.arange(window.length), np.arange(window.length)[::-1])
        deeper = depth > depths[here]
        offsets[here][deeper], rows[here][deeper] = window.offsets[deeper], answer[deeper]
        depths[here][deeper] = depth[deeper]
    return offsets, rows
