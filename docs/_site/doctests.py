"""Examples in docstrings as code blocks: a docstring is no Markdown, and `>>>` would be a quotation in it."""

from __future__ import annotations

import re
from typing import Any

import griffe

_EXAMPLE = re.compile(r"^>>> .*?(?=\n\s*\n|\Z)", re.MULTILINE | re.DOTALL)


class FencedDoctests(griffe.Extension):
    """Fences every example of a docstring."""

    def on_object(self, *, obj: griffe.Object, **kwargs: Any) -> None:
        """Rewrite the docstring of one object."""
        if obj.docstring:
            obj.docstring.value = fenced(obj.docstring.value)


def fenced(docstring: str) -> str:
    """Return `docstring` with its examples in fences.

    >>> fenced("Adds.") == "Adds."
    True
    """
    return _EXAMPLE.sub(lambda example: f"```pycon\n{example.group()}\n```", docstring)
