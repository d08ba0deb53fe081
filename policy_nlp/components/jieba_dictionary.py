"""The words of plans as a user dictionary of jieba, which spaCy's Chinese tokenizer takes too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from policy_nlp.bodies import Registry
from policy_nlp.components.words import policy_words
from policy_nlp.safe_files import write_safely


def dictionary(registry: Registry | None = None) -> str:
    """Return the dictionary as text, a word and its part of speech on each line.

    No frequencies: jieba gives each word just the one at which it is no longer cut.
    """
    return "".join(f"{word} {tag}\n" for word, tag in policy_words(registry).items())


def write_dictionary(path: Path | str, *, registry: Registry | None = None) -> None:
    """Write the dictionary to `path`, for `jieba.load_userdict`; raises InputError where that is not possible."""
    write_safely(Path(path), dictionary(registry))


def load_dictionary(tokenizer: Any = None, *, registry: Registry | None = None) -> None:
    """Give the words to a tokenizer of jieba, to the one that `jieba.cut` and spaCy use unless given.

    >>> import jieba
    >>> segmenter = jieba.Tokenizer()
    >>> load_dictionary(segmenter)
    >>> list(segmenter.cut("由市水务局牵头"))
    ['由', '市水务局', '牵头']
    """
    if tokenizer is None:
        import jieba

        tokenizer = jieba.dt
    tokenizer.initialize()
    for word, tag in policy_words(registry).items():
        tokenizer.add_word(word, tag=tag.value)
