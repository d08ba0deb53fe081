"""A small tokenizer of our own, learned from texts: line ends, Chinese characters, digits, parts of words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from policy_nlp.conversion.extras import library
from policy_nlp.learning.networks.libraries import EXTRA, transformers

_SPECIAL = {
    "pad_token": "[PAD]",
    "unk_token": "[UNK]",
    "cls_token": "[CLS]",
    "sep_token": "[SEP]",
    "mask_token": "[MASK]",
}
_BLANKS = r"[^\S\n]+"
"""A line end says where items begin, other blanks say nothing."""
_HAN = r"\p{Han}"


def learned_tokenizer(texts: Iterable[str], *, size: int, longest: int, path: object) -> Any:
    """Return a tokenizer of at most `size` pieces learned from `texts`, for sequences of `longest` tokens.

    It keeps every character but blanks, so the offsets of its tokens are exact. Raises InputError where the libraries
    are missing.
    """
    tokenizers = library("tokenizers", extra=EXTRA, path=path)
    raw = tokenizers.Tokenizer(tokenizers.models.WordPiece(unk_token=_SPECIAL["unk_token"]))
    raw.pre_tokenizer = _cutting(tokenizers)
    trainer = tokenizers.trainers.WordPieceTrainer(
        vocab_size=size, special_tokens=list(_SPECIAL.values()), show_progress=False
    )
    raw.train_from_iterator(texts, trainer)
    raw.post_processor = _framing(tokenizers, raw)
    raw.decoder = tokenizers.decoders.WordPiece()
    return transformers(path).PreTrainedTokenizerFast(tokenizer_object=raw, model_max_length=longest, **_SPECIAL)


def _cutting(tokenizers: Any) -> Any:
    cut, expression = tokenizers.pre_tokenizers, tokenizers.Regex
    return cut.Sequence(
        [
            cut.Split(expression(_BLANKS), behavior="removed"),
            cut.Split("\n", behavior="isolated"),
            cut.Split(expression(_HAN), behavior="isolated"),
            cut.Punctuation(),
            cut.Digits(individual_digits=True),
        ]
    )


def _framing(tokenizers: Any, raw: Any) -> Any:
    """A text stands between [CLS] and [SEP], a second one behind it before a [SEP] of its own."""
    marks = [(name, raw.token_to_id(name)) for name in (_SPECIAL["cls_token"], _SPECIAL["sep_token"])]
    return tokenizers.processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=marks
    )
