"""`schema`: the published JSON Schema of a format."""

from __future__ import annotations

from enum import StrEnum
from importlib.resources import files
from typing import Annotated

import typer

from policy_nlp.commands.output import show


class Published(StrEnum):
    """The formats that have a schema."""

    EXTRACTION = "extraction"
    COMPARISON = "comparison"
    SCORES = "scores"
    AGREEMENT = "agreement"
    CHECK = "check"


def schema(name: Annotated[Published, typer.Argument(metavar="extraction|comparison|scores|agreement|check")]) -> None:
    """Show the JSON Schema of one format."""
    show(schema_text(name))


def schema_text(name: Published) -> str:
    """Return the JSON Schema (2020-12) of the format `name` as it is published.

    >>> '"title": "Scores"' in schema_text(Published.SCORES)
    True
    """
    return (files("policy_nlp") / "schemas" / f"{name}.json").read_text(encoding="utf-8")
