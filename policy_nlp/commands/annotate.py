"""`annotate`: plans as the rules read them, for people to correct."""

from __future__ import annotations

from typing import Annotated

import typer

from policy_nlp.commands.options import NO_MODEL, DocumentLanguage, Encoding, ModelPath, model_at
from policy_nlp.conversion.names import FORMAT_NAMES, FormatName


def annotate(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE")],
    output: Annotated[str, typer.Option("-o", "--output", metavar="OUT")],
    target: Annotated[FormatName, typer.Option("--to", metavar=FORMAT_NAMES)] = FormatName.LABEL_STUDIO,
    language: DocumentLanguage = None,
    encoding: Encoding = None,
    model: ModelPath = NO_MODEL,
) -> int:
    """Annotate plans by the rules and a model, the most instructive first, and return the exit status."""
    from pathlib import Path

    from policy_nlp.commands.annotating import ranking, read_plans, suggestions
    from policy_nlp.commands.documents import DocumentOptions
    from policy_nlp.commands.folders import deliver_files
    from policy_nlp.commands.output import show
    from policy_nlp.conversion.formats import FORMATS
    from policy_nlp.conversion.priority import ranked

    options = DocumentOptions(language=language, encoding=encoding, model=model_at(model))
    read = read_plans(context.obj, files, options)
    priorities = ranked(read.documents, contested=read.contested)
    if priorities:
        is_one = FORMATS[target].is_bundle or len(priorities) == 1
        inputs = [Path(file) for file in files]
        deliver_files(suggestions(priorities, target, context.obj.lang), output, is_one=is_one, inputs=inputs)
        show(ranking(priorities, context.obj.lang))
    return read.status
