"""`check`: what is missing or contradicts itself in a plan on its own."""

from __future__ import annotations

from typing import Annotated

import typer

from policy_nlp.commands.options import STDIN, DocumentLanguage, Encoding
from policy_nlp.reporting.check_forms import CheckForm

_CODES = "CODE"


def check(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE")],
    select: Annotated[list[str] | None, typer.Option("--select", metavar=_CODES)] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar=_CODES)] = None,
    output: Annotated[str, typer.Option("-o", "--output", metavar="OUT")] = STDIN,
    form: Annotated[CheckForm, typer.Option("-f", "--format", metavar="text|json|sarif")] = CheckForm.TEXT,
    language: DocumentLanguage = None,
    encoding: Encoding = None,
) -> int:
    """Check plans on their own and return the exit status."""
    from pathlib import Path

    from policy_nlp.checking import load_selection
    from policy_nlp.commands.checking import run_checks
    from policy_nlp.commands.inputs import find_inputs
    from policy_nlp.commands.output import deliver
    from policy_nlp.reporting.checks import checks_text

    chosen = load_selection(Path.cwd(), select=_codes(select), ignore=_codes(ignore))
    reports, status = run_checks(context.obj, find_inputs(files), chosen, language=language, encoding=encoding)
    deliver(checks_text(reports, chosen, form, context.obj.lang), output)
    return status


def _codes(given: list[str] | None) -> list[str]:
    """Codes may stand in several options or in one, parted by commas."""
    return [code.strip() for part in given or () for code in part.split(",")]
