"""jieba's own tagger: every word tagged `nt`, an organization, is a body."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from tempfile import mkdtemp
from types import ModuleType

from evaluation.baselines.found import Found


def jieba_tags(text: str, language: str) -> Iterator[Found]:
    """Yield the organizations that jieba's part-of-speech tagger sees."""
    offset = 0
    for word, flag in _tagger().cut(text):
        if flag == "nt":
            yield Found(offset, offset + len(word), "nt")
        offset += len(word)


@cache
def _tagger() -> ModuleType:
    import jieba
    import jieba.posseg

    # jieba loads its cache from a place that others can guess.
    jieba.dt.tmp_dir = mkdtemp()
    jieba.setLogLevel(60)
    tagger: ModuleType = jieba.posseg
    return tagger
