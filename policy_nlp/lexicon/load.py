"""Reading the TOML files of `lexicons/<language>/`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from policy_nlp.errors import LexiconError

LANGUAGES = ("zh", "en")


@cache
def table(language: str, name: str) -> dict[str, Any]:
    """Return the parsed file `lexicons/<language>/<name>.toml`.

    Raises LexiconError with file and line where it is broken.
    """
    path = files("policy_nlp") / "lexicons" / language / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise LexiconError(f"{path}: no such lexicon") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: {error}") from error


def words(language: str, name: str, key: str) -> tuple[str, ...]:
    """Return the word list under the dotted `key` of a lexicon, in its own order.

    >>> "牵头" in words("zh", "roles", "labels.lead")
    True
    """
    value: Any = table(language, name)
    for part in key.split("."):
        if not isinstance(value, dict) or part not in value:
            raise LexiconError(f"lexicons/{language}/{name}.toml: no entry {key!r}")
        value = value[part]
    if not isinstance(value, list):
        raise LexiconError(f"lexicons/{language}/{name}.toml: {key!r} is not a list")
    return tuple(str(item) for item in value)
