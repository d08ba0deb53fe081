"""Sources that the tests of many documents read from, in other processes too."""

from __future__ import annotations

import os
from dataclasses import dataclass

from policy_nlp.errors import InputError
from policy_nlp.reading import Page, read_bytes


@dataclass(frozen=True)
class Text:
    """A plan that is there."""

    path: str
    text: str

    def page(self, encoding: str | None = None) -> Page:
        return read_bytes(self.text.encode(), path=self.path)


@dataclass(frozen=True)
class Broken:
    """A plan that cannot be read."""

    path: str

    def page(self, encoding: str | None = None) -> Page:
        raise InputError("empty_file", path=self.path)


@dataclass(frozen=True)
class Deadly:
    """A plan whose reading takes the process with it, as running out of memory does."""

    path: str

    def page(self, encoding: str | None = None) -> Page:
        os._exit(9)
