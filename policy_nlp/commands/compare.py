"""`compare`: what local plans lack against their template."""

from __future__ import annotations

from functools import partial
from shutil import get_terminal_size
from typing import Annotated

import typer

from policy_nlp.commands.options import STDIN, DocumentLanguage, Encoding, FiscalStart, Level
from policy_nlp.reporting.comparison_forms import ComparisonForm

_NO_TERMINAL = (120, 24)


def compare(
    context: typer.Context,
    template: Annotated[str, typer.Argument(metavar="TEMPLATE")],
    locals: Annotated[list[str], typer.Argument(metavar="LOCAL")],
    output: Annotated[str, typer.Option("-o", "--output", metavar="OUT")] = STDIN,
    form: Annotated[ComparisonForm, typer.Option("-f", "--format", metavar="json|md|table")] = ComparisonForm.JSON,
    with_extractions: Annotated[bool, typer.Option("--with-extractions")] = False,
    fail_on: Annotated[Level | None, typer.Option("--fail-on", metavar="LEVEL")] = None,
    language: DocumentLanguage = None,
    fiscal_start: FiscalStart = None,
    encoding: Encoding = None,
) -> int:
    """Hold local plans against their template and return the exit status."""
    from policy_nlp.commands.comparing import run_comparisons
    from policy_nlp.commands.documents import DocumentOptions
    from policy_nlp.commands.inputs import find_input, find_inputs
    from policy_nlp.commands.sinks import sink_for
    from policy_nlp.reporting.comparisons import comparison_text

    inputs = find_inputs(locals)
    sink = sink_for(output, locals, inputs, suffix=form.suffix, opening="")
    columns = get_terminal_size(_NO_TERMINAL).columns
    render = partial(
        comparison_text,
        form=form,
        lang=context.obj.lang,
        columns=columns,
        with_extractions=with_extractions,
        on_one_line=output == STDIN and len(inputs) > 1,
    )
    options = DocumentOptions(language=language, fiscal_start=fiscal_start, encoding=encoding)
    return run_comparisons(context.obj, find_input(template), inputs, sink, render, fail_on=fail_on, options=options)
