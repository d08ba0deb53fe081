"""`convert`: annotations from one format into another."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policy_nlp.conversion.names import FORMAT_NAMES, FormatName


def convert(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="ANNOTATIONS")],
    target: Annotated[FormatName, typer.Option("--to", metavar=FORMAT_NAMES)],
    output: Annotated[str, typer.Option("-o", "--output", metavar="OUT")],
    source: Annotated[FormatName | None, typer.Option("--from", metavar=FORMAT_NAMES)] = None,
    only_reviewed: Annotated[bool, typer.Option("--only-reviewed")] = False,
    annotator: Annotated[str | None, typer.Option("--annotator", metavar="NAME")] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="DATE")] = None,
) -> int:
    """Convert annotations and return the exit status."""
    from policy_nlp.commands.converting import Wanted, convert_files
    from policy_nlp.commands.folders import deliver_files
    from policy_nlp.conversion.formats import FORMATS

    wanted = Wanted(annotator=annotator, at=at, only_reviewed=only_reviewed)
    found = convert_files(context.obj, paths, source, wanted)
    if found.documents:
        form = FORMATS[target]
        files = form.write(found.documents)
        is_one = form.is_bundle or len(found.documents) == 1
        deliver_files(files, output, is_one=is_one, inputs=paths)
    context.obj.note(context.obj.text("convert.done", documents=len(found.documents), form=target, output=output))
    return found.status
