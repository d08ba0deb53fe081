"""The message catalogues: a folder for each language, a file for each concern, the same keys and placeholders."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("zh", "en")


def text(key: str, lang: str, **fields: object) -> str:
    """Return the message under the dotted `key` in `lang`, its placeholders filled; KeyError where there is none.

    >>> text("errors.empty_file", "en")
    'the file is empty'
    """
    return catalogue(lang)[key].format(**fields)


def both(key: str, **fields: object) -> dict[str, str]:
    """Return the message in every language, as diagnostics and findings carry it.

    >>> both("errors.empty_file")
    {'zh': '文件是空的', 'en': 'the file is empty'}
    """
    return {lang: text(key, lang, **fields) for lang in LANGUAGES}


@cache
def catalogue(lang: str) -> Mapping[str, str]:
    """Return all messages of `lang` under dotted keys.

    >>> catalogue("zh")["errors.empty_file"]
    '文件是空的'
    """
    folder = files("policy_nlp") / "messages" / lang
    pages = [page for page in folder.iterdir() if page.name.endswith(".toml")]
    return {key: said for page in pages for key, said in _flat(tomllib.loads(page.read_text(encoding="utf-8")), "")}


def _flat(table: Mapping[str, Any], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        found += _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else [(prefix + key, str(value))]
    return found
