"""What is known of pages, from `html.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def tags(kind: str) -> frozenset[str]:
    """Return the names of the elements of one kind.

    >>> "p" in tags("blocks")
    True
    """
    return frozenset(_data()["tags"][kind])


def selectors(purpose: str) -> tuple[str, ...]:
    """Return the CSS selectors for one purpose, the most telling first.

    >>> selectors("known")[0]
    '#UCAP-CONTENT'
    """
    return tuple(_data()["selectors"][purpose])


@cache
def _data() -> dict[str, Any]:
    path = files("policy_nlp") / "reading" / "html.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
