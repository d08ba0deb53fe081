"""`explain`: which rule made a field, and from which characters."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from policy_nlp.commands.options import DocumentLanguage, Encoding
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
    encoding: Encoding = None,
) -> None:
    """Show where a field comes from."""
    from policy_nlp.commands.inputs import find_input
    from policy_nlp.interchange import dumps
    from policy_nlp.pipeline import from_page
    from policy_nlp.reporting.trace import explain as trace
    from policy_nlp.reporting.trace import trace_page

    traces = trace(from_page(find_input(file).page(encoding), language=language), field)
    if form is TraceForm.TEXT:
        show(trace_page(traces, context.obj.lang))
    else:
        show(dumps({"fields": [one.to_json() for one in traces]}))
