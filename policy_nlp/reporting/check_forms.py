"""The formats of a check."""

from __future__ import annotations

from enum import StrEnum


class CheckForm(StrEnum):
    """A format of `check`."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
