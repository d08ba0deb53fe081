"""The words of a passage: segmented Chinese, words of other scripts, and pairs of neighboring characters."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from policy_nlp.comparison.lexicon import lexicon
from policy_nlp.text.folding import fold

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[a-z][a-z'-]{0,40}")
_SPACES = re.compile(r"\s+")
_SHORTEST = 2
DUTY = 3
"""A duty counts like a word that is said so often."""
_STEM = 6
_LONGEST_ENDINGS_FIRST = ("ingly", "ments", "ation", "ings", "ment", "ing", "ies", "ed", "es", "s", "e")


@dataclass(frozen=True, slots=True)
class Reader:
    """Finds the terms of a passage.

    A clause of fewer than `fewest` terms does not tell what it is about, one of fewer than `alone` not whether it is
    left out.
    """

    find: Callable[[str], Counter[str]]
    fewest: int = 4
    alone: int = 4

    def __call__(self, text: str) -> Counter[str]:
        """Return the terms of `text` with their counts."""
        return self.find(text)


def terms(text: str, language: str) -> Counter[str]:
    """Return the terms of `text` with their counts; words that say nothing about the matter are left out.

    Pairs of neighbors stand with a `#` in front: of characters in Chinese, where two plans may cut their words
    differently, of words in English.

    >>> sorted(terms("加强水库巡查", "zh"))
    ['#巡查', '#库巡', '#水库', '巡查', '水库']
    >>> sorted(terms("Inspect all dams", "en"))
    ['#inspec dam', 'dam', 'inspec']
    """
    folded = fold(text).lower()
    stops = lexicon(language).stops
    stems = [stem for word in _LATIN.findall(folded) if word not in stops and (stem := stemmed(word))]
    found = Counter(stems)
    found.update(f"#{one} {other}" for one, other in pairwise(stems))
    if _HAN.search(folded):
        found.update(_chinese(_SPACES.sub("", folded), stops))
    found.update(duties(folded, language))
    return found


def duties(folded: str, language: str) -> Counter[str]:
    """Return the duties of every plan that folded text in lower case names: a report, training, money.

    >>> duties("各市每月5日前将进展情况报省安委办", "zh") == duties("districts submit progress reports", "en")
    True
    """
    return Counter({name: DUTY for name, form in lexicon(language).duties if form.search(folded)})


def reader(language: str) -> Reader:
    """Return the reader of the words of `language`.

    >>> reader("en")("Inspect all dams")["dam"]
    1
    """
    return Reader(partial(terms, language=language))


def stemmed(word: str) -> str:
    """Return the part of an English word that its forms share, short of six letters.

    >>> {stemmed(word) for word in ("inspect", "inspections", "inspecting")}
    {'inspec'}
    >>> {stemmed(word) for word in ("retire", "retired", "retirement")}
    {'retir'}
    """
    for ending in _LONGEST_ENDINGS_FIRST:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    word = word.removesuffix("e") if len(word) > 3 else word
    return word.strip("'-")[:_STEM]


def _chinese(text: str, stops: frozenset[str]) -> Iterator[str]:
    """Yield the words, and the pairs of characters in what stands between two words that say nothing.

    Words that the dictionary lacks need no guessing: the pairs hold them.
    """
    stretch = ""
    for word in (*segmenter().cut(lexicon("zh").stopped.sub(" ", text), HMM=False), ""):
        if word and word not in stops and _is_han(word):
            stretch += word
            if len(word) >= _SHORTEST:
                yield word
        else:
            yield from (f"#{stretch[at : at + 2]}" for at in range(len(stretch) - 1))
            stretch = ""


def _is_han(word: str) -> bool:
    return "\u3400" <= word[0] <= "\u9fff"


@cache
def segmenter() -> Any:
    """Return the segmenter, which keeps its cache in a folder that only this user can write.

    Its own choice would be a file of a known name in the shared temporary folder, loaded by `marshal`.
    """
    import jieba

    jieba.setLogLevel(60)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(_private_folder())
    return tokenizer


def _private_folder() -> Path:
    home = Path.home() / ".cache" / "policy_nlp"
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="policy_nlp-"))
    return home
