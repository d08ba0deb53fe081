"""The option wins over the variable, the variable over the locale."""

from __future__ import annotations

import pytest

from policy_nlp.messages import choose_language


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        ([], {}, "en"),
        (["--lang", "zh"], {"POLICY_NLP_LANG": "en"}, "zh"),
        (["extract", "--lang=en"], {"POLICY_NLP_LANG": "zh"}, "en"),
        ([], {"POLICY_NLP_LANG": "zh", "LANG": "en_GB.UTF-8"}, "zh"),
        ([], {"LC_ALL": "zh_CN.UTF-8", "LANG": "en_GB.UTF-8"}, "zh"),
        ([], {"LC_ALL": "", "LANG": "zh_TW"}, "zh"),
        ([], {"LANG": "fr_FR.UTF-8"}, "en"),
        (["--lang"], {}, "en"),
        (["--lang", "fr"], {"LANG": "zh_CN"}, "zh"),
    ],
)
def test_choice(arguments: list[str], environment: dict[str, str], lang: str) -> None:
    assert choose_language(arguments, environment) == lang
