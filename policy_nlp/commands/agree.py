"""`agree`: how far annotators agree with one another."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from policy_nlp.commands.options import STDIN
from policy_nlp.commands.output import deliver


class AgreementForm(StrEnum):
    """The formats of agreement."""

    JSON = "json"
    MD = "md"


def agree(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="ANNOTATOR")],
    output: Annotated[str, typer.Option("-o", "--output", metavar="OUT")] = STDIN,
    form: Annotated[AgreementForm, typer.Option("-f", "--format", metavar="json|md")] = AgreementForm.JSON,
) -> None:
    """Compare the annotations of several annotators."""
    from policy_nlp.interchange import dumps
    from policy_nlp.reporting.agreement import agreement_page
    from policy_nlp.scoring.agreement import agreement

    session = context.obj
    if len(paths) < 2:
        raise typer.BadParameter(session.text("usage.two_annotators"))
    found = agreement(paths)
    deliver(dumps(found) if form is AgreementForm.JSON else agreement_page(found, session.lang), output)
