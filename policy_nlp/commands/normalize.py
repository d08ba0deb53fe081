"""`normalize`: every date and quantity of a text as JSON, by the code that extraction uses."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

import typer

from policy_nlp.commands.options import STDIN, DocumentLanguage, Encoding, FiscalStart
from policy_nlp.commands.output import show


def normalize(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE")] = STDIN,
    language: DocumentLanguage = None,
    reference_date: Annotated[str | None, typer.Option("--reference-date", metavar="DATE")] = None,
    fiscal_start: FiscalStart = None,
    encoding: Encoding = None,
) -> None:
    """Show the dates and quantities of a text."""
    from policy_nlp.commands.inputs import find_input
    from policy_nlp.interchange import dumps

    day = _day(context, reference_date)
    text = find_input(file).page(encoding).text
    show(dumps(mentions(text, language=language, reference_date=day, fiscal_start=fiscal_start)))


def mentions(
    text: str,
    *,
    language: str | None = None,
    reference_date: date | None = None,
    fiscal_start: int | None = None,
) -> dict[str, Any]:
    """Return all times and quantities of `text` as a JSON object, `language` found where it is not given.

    >>> mentions("by the end of 2026")["times"][0]["quote"]
    'by the end of 2026'
    """
    from policy_nlp.language import detect
    from policy_nlp.normalize import quantities, times

    spoken = str(language or detect(text))
    found = times(text, language=spoken, reference_date=reference_date, fiscal_start=fiscal_start)
    return {
        "language": spoken,
        "reference_date": reference_date and reference_date.isoformat(),
        "times": [mention.to_json() for mention in found],
        "quantities": [mention.to_json() for mention in quantities(text, language=spoken)],
    }


def _day(context: typer.Context, value: str | None) -> date | None:
    try:
        return None if value is None else datetime.fromisoformat(value).date()
    except ValueError as error:
        raise typer.BadParameter(context.obj.text("usage.bad_date", value=value)) from error
