"""The language of a text, told by its script."""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z]{2,40}")
_SAMPLE = 5_000


def detect(text: str) -> str:
    """Return "zh" or "en": the language that most of the beginning of `text` is written in.

    >>> detect("各地要加强领导"), detect("The Department will publish a plan.")
    ('zh', 'en')
    """
    sample = text[:_SAMPLE]
    return "zh" if 2 * len(_HAN.findall(sample)) >= len(_WORD.findall(sample)) and _HAN.search(sample) else "en"
