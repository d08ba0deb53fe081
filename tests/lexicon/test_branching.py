"""Alternations grouped by first letters find what they found before."""

from __future__ import annotations

import re
import sys

import pytest

from policy_nlp.lexicon.branching import by_first_letter
from policy_nlp.lexicon.load import LANGUAGES, table

WORDS = [f"{letter}{word}" for letter in "bksi" for word in ("ore", "oreal", "a?t", "id[|)]", "(?:x|y)")]
NUMBER = r"\d{1,3}"
MIXED = f"(?:{'|'.join([*WORDS, NUMBER, 'b?ar', 'ark', *WORDS])})"
TEXTS = ["Bore", "boreal", "KORE", "kt", "sid|", "iy", "12", "ar", "bar", "ark", "ſore", "\u212aore", "İx", "ıx"]


@pytest.mark.parametrize("text", TEXTS)
def test_the_grouped_pattern_finds_the_same(text: str) -> None:
    assert by_first_letter(MIXED) != MIXED
    found = [re.findall(pattern, f"{text} {text}", re.IGNORECASE) for pattern in (MIXED, by_first_letter(MIXED))]
    assert found[0] == found[1]


@pytest.mark.parametrize("pattern", ["north|south", f"(?:{'|'.join(WORDS)}) and (?:{'|'.join(WORDS)})"])
def test_what_is_no_single_alternation_stays(pattern: str) -> None:
    assert by_first_letter(pattern) == pattern


def test_each_letter_opens_what_re_takes_for_it() -> None:
    for letter in "abcdefghijklmnopqrstuvwxyz":
        many = f"(?:{'|'.join(f'{letter}{number}' for number in range(100, 130))})"
        pattern = re.compile(by_first_letter(many), re.IGNORECASE)
        alike = re.findall(letter, "".join(map(chr, range(sys.maxunicode))), re.IGNORECASE)
        assert all(pattern.match(f"{char}100") for char in alike)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_fragments_are_found_as_they_are_written(language: str) -> None:
    for name in ("actors", "deadlines", "targets"):
        for fragment in table(language, name).get("fragments", {}).values():
            if "{" in re.sub(r"\{\d*,?\d*\}", "", fragment):
                continue
            words = re.findall(r"\w{3,}", fragment) + re.findall(r"\w{3,} \w{2,}", fragment)
            plain, grouped = (re.compile(form, re.IGNORECASE) for form in (fragment, by_first_letter(fragment)))
            for word in words:
                first, second = plain.match(word), grouped.match(word)
                assert (first and first.span()) == (second and second.span())
