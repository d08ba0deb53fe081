"""A look at the first character loses no match."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from policy_nlp.lexicon.load import LANGUAGES, table
from policy_nlp.lexicon.openings import guarded, quick
from policy_nlp.text.folding import fold

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
TEXT = "By 2025, Goal 3: GOAL iv) no-one – ‘map’ every*pier* (ab) [c] a.b x\\y\n第三条 其次,各县\t12% -5 ^ü ſ"
PATTERNS = [
    "[12]\\d",
    "(?:by )?\\d{2}|goal",
    "(?i:goal) \\d",
    "(?i:[a-g]o)\\w",
    "(?<=\\()a|\\[",
    "^by",
    "(?!b)[A-Z]{0,2}o",
    "[^a-z]\\d",
    ".a",
    "x?",
    "\\x2d\\d|\\^",
    "[*-]|(?P<n>第|其)",
    "(?i)GOAL",
    "[]c]",
    "[a-]\\w",
    "(?:)y",
    "(a|(?=n)n)+",
    "(\\()?(?:a|b)(?(1)b|\\.)",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_look_loses_nothing(pattern: str) -> None:
    flags = re.IGNORECASE if "(?i" not in pattern else 0
    found = [[match.span() for match in re.finditer(pattern, TEXT, flag)] for flag in (0, flags)]
    if "(?i)" in pattern:
        assert guarded(pattern, pattern) == pattern
    else:
        assert [[match.span() for match in quick(pattern, flag).finditer(TEXT)] for flag in (0, flags)] == found


@pytest.mark.parametrize("pattern", ["x?", ".a", "[^a]", "", "(?i)a", "a|", "(?=a)", "[]c]"])
def test_what_can_begin_with_anything_stays(pattern: str) -> None:
    assert guarded(pattern, "…") == "…"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_look_loses_nothing_of_the_numbers_and_tests_of_lexicons(language: str) -> None:
    text = fold("\n".join(path.read_text(encoding="utf-8") for path in sorted((SAMPLES / language).glob("*.txt"))))
    styles = [str(style["pattern"]) for style in table(language, "numbering")["styles"]]
    tests = [test for name in ("deadlines", "targets") for test in table(language, name)["context"].values()]
    for pattern in styles + [test for test in tests if isinstance(test, str)]:
        for flags in (0, re.IGNORECASE):
            plain = re.finditer(pattern, text, flags)
            assert [m.span() for m in quick(pattern, flags).finditer(text)] == [m.span() for m in plain]
