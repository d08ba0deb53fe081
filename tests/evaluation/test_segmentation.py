"""What the measure of segmentation counts, on one sentence of our own with a tagger that we choose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from evaluation.segmentation import cut, tables
from policy_nlp import parse

TEXT = "泵站改造方案\n\n一、改造泵站。（县水务局牵头，县财政局配合）\n"


@dataclass
class Tagger:
    """Cuts where the bars stand."""

    words: str

    def cut(self, text: str) -> Any:
        parts = self.words.split("|")
        assert "".join(parts) == text
        return [(part, "nt" if part.endswith("局") else "x") for part in parts]


COARSE = Tagger("泵站改造方案\n\n一、改造泵站。（县|水务局|牵头，县|财政局|配合）\n")
FINE = Tagger("泵站改造方案\n\n一、改造泵站。（|县水务局|牵头，县|财政局|配合）\n")


def test_shares_are_counted_for_each_tagger() -> None:
    lines = list(tables([parse(TEXT, language="zh")], [COARSE, FINE]))
    assert "| bodies | 0.000 (0/2) | 0.500 (1/2) |" in lines
    assert "| that are bodies of gold | 0.000 (0/2) | 0.500 (1/2) |" in lines
    assert "| bodies of gold that are such a word | 0.000 (0/2) | 0.500 (1/2) |" in lines
    assert lines.count("| bodies | 0.000 (0/2) | 0.500 (1/2) |") == 2


def test_a_word_across_an_end_is_seen() -> None:
    found = cut(TEXT, COARSE)
    start = TEXT.index("水务局")
    assert found.is_one_word((start, start + 3)) and not found.keeps((start - 1, start + 3))
    assert found.keeps((start, start + len("水务局牵头，县"))) and not found.is_one_word(
        (start, start + len("水务局牵头，县"))
    )
