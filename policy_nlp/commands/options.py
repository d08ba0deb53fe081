"""Values and options that several commands take."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

STDIN = "-"
"""What stands for standard input or output."""


class Language(StrEnum):
    """A language, of documents or of messages."""

    ZH = "zh"
    EN = "en"


class Level(StrEnum):
    """How grave a finding is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"


DocumentLanguage = Annotated[Language | None, typer.Option("--language", metavar="zh|en")]
"""The language of the documents, where it shall not be found."""

FiscalStart = Annotated[int | None, typer.Option("--fiscal-start", metavar="MONTH", min=1, max=12)]
"""The month in which the issuer's fiscal years begin, where it shall not be found."""

Encoding = Annotated[str | None, typer.Option("--encoding", metavar="NAME")]
"""The encoding of the files, where it shall not be found."""

Ocr = Annotated[bool, typer.Option("--ocr")]
"""Whether the text of scanned pages and pictures shall be recognized."""

NO_MODEL = "none"
"""What stands for rules alone."""

ModelPath = Annotated[str, typer.Option("--model", metavar="PATH|none")]
"""The folder of the model that reads beside the rules, if any."""


def model_at(path: str) -> str | None:
    """Return the folder that the option names; None for rules alone.

    >>> model_at("models/zh"), model_at("none")
    ('models/zh', None)
    """
    return None if path == NO_MODEL else path
