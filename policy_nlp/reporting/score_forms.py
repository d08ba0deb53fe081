"""The formats of scores."""

from __future__ import annotations

from enum import StrEnum


class ScoreForm(StrEnum):
    """A format of scores."""

    JSON = "json"
    MD = "md"
    CSV = "csv"
    HTML = "html"
