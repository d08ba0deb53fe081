"""`compare`: what local plans lack against their template."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policy_nlp.commands.options import STDIN, DocumentLanguage, Encoding, FiscalStart, Level
from policy_nlp.reporting.comparison_forms import ComparisonForm


def compare(
    context: typer.Context,
    template: Annotated[str, typer.Argument(metavar="TEMPLATE")],
    locals: Annotated[list[str], typer.Argument(metavar="LOCAL")],
    output: Annotated[str, typer.Option("-o", "--output", metavar="OUT")] = STDIN,
    form: Annotated[
        ComparisonForm, typer.Option("-f", "--format", metavar="json|md|table|docx|html|xlsx")
    ] = ComparisonForm.JSON,
    with_extractions: Annotated[bool, typer.Option("--with-extractions")] = False,
    decisions: Annotated[Path | None, typer.Option("--decisions", metavar="FILE")] = None,
    chain: Annotated[bool, typer.Option("--chain")] = False,
    fail_on: Annotated[Level | None, typer.Option("--fail-on", metavar="LEVEL")] = None,
    language: DocumentLanguage = None,
    fiscal_start: FiscalStart = None,
    encoding: Encoding = None,
) -> int:
    """Hold local plans against their template and return the exit status."""
    from policy_nlp.commands.comparing import compare_all, status_of
    from policy_nlp.commands.comparison_output import Wanted, prepare, write
    from policy_nlp.commands.documents import DocumentOptions
    from policy_nlp.commands.inputs import find_input, find_inputs
    from policy_nlp.desk import desk_of, load_decisions

    wanted = Wanted(form, context.obj.lang, output, with_extractions=with_extractions, chain=chain)
    inputs = find_inputs(locals)
    sink = prepare(wanted, locals, inputs)
    options = DocumentOptions(language=language, fiscal_start=fiscal_start, encoding=encoding)
    done = compare_all(context.obj, find_input(template), inputs, options, chain=chain)
    known = load_decisions(decisions, done.template, [one.local for one in done.comparisons]) if decisions else None
    desk = desk_of(done.template, done.comparisons, known)
    write(wanted, done, desk, sink)
    return status_of(done, desk, fail_on)
