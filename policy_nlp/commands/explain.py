"""`explain`: which rule made a field, and from which characters."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from policy_nlp.commands.options import DocumentLanguage, Encoding, FiscalStart
from policy_nlp.commands.output import show


class TraceForm(StrEnum):
    """The formats of an explanation."""

    TEXT = "text"
    JSON = "json"


def explain(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE")],
    field: Annotated[str, typer.Argument(metavar="FIELD")],
    form: Annotated[TraceForm, typer.Option("-f", "--format", metavar="text|json")] = TraceForm.TEXT,
    language: DocumentLanguage = None,
    fiscal_start: FiscalStart = None,
    encoding: Encoding = None,
) -> None:
    """Show where a field comes from."""
    from policy_nlp.commands.documents import DocumentOptions
    from policy_nlp.commands.inputs import find_input
    from policy_nlp.interchange import dumps
    from policy_nlp.reporting.trace import explain as trace
    from policy_nlp.reporting.trace import trace_page

    options = DocumentOptions(language=language, fiscal_start=fiscal_start, encoding=encoding)
    traces = trace(options.read(find_input(file)), field)
    if form is TraceForm.TEXT:
        show(trace_page(traces, context.obj.lang))
    else:
        show(dumps({"fields": [one.to_json() for one in traces]}))
