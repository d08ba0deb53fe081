"""Tokenizers of three families, learned from a few lines: our own, one over bytes, one over whole sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from policy_nlp.learning.networks.vocabulary import learned_tokenizer

LINES = [
    "县水务局牵头，2026年6月底前完成。\n各乡镇配合，整改率达到100%。",
    "The county water office leads the work by June 30, 2026.\nAll townships inspect every reservoir twice a year.",
]
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]


def own() -> Any:
    return learned_tokenizer(LINES, size=300, longest=512, path="tests")


def over_bytes() -> Any:
    """As RoBERTa and its like cut: a character outside the basic plane becomes several tokens."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors, trainers

    raw = Tokenizer(models.BPE())
    raw.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=True)
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=400, special_tokens=SPECIAL, initial_alphabet=alphabet, show_progress=False
    )
    raw.train_from_iterator(LINES, trainer)
    raw.post_processor = processors.RobertaProcessing(("[SEP]", 3), ("[CLS]", 2), trim_offsets=True)
    return _fast(raw)


def over_sentences() -> Any:
    """As XLM-RoBERTa and its like cut: text is normalized first, and a blank belongs to the word behind it."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers

    raw = Tokenizer(models.Unigram())
    raw.normalizer = normalizers.NFKC()
    raw.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.UnigramTrainer(vocab_size=200, special_tokens=SPECIAL, unk_token="[UNK]", show_progress=False)
    raw.train_from_iterator(LINES, trainer)
    raw.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    return _fast(raw)


def _fast(raw: Any) -> Any:
    from transformers import PreTrainedTokenizerFast

    names = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    return PreTrainedTokenizerFast(tokenizer_object=raw, **names)


FAMILIES: list[Callable[[], Any]] = [own, over_bytes, over_sentences]
