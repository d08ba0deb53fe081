"""`extract`: plans in, tasks out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from shutil import get_terminal_size
from typing import Annotated

import typer

from policy_nlp.commands.engines import Engine, run_on_spark
from policy_nlp.commands.options import (
    NO_MODEL,
    STDIN,
    DocumentLanguage,
    Encoding,
    FiscalStart,
    ModelPath,
    Ocr,
    model_at,
)
from policy_nlp.errors import InputError
from policy_nlp.reporting.forms import Form

_NO_TERMINAL = (120, 24)


def extract(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE")],
    output: Annotated[str, typer.Option("-o", "--output", metavar="OUT")] = STDIN,
    form: Annotated[
        Form, typer.Option("-f", "--format", metavar="json|jsonl|csv|table|md|html|xlsx|docx|ics")
    ] = Form.JSON,
    with_text: Annotated[bool, typer.Option("--with-text")] = False,
    jobs: Annotated[int | None, typer.Option("-j", "--jobs", metavar="N", min=1)] = None,
    engine: Annotated[Engine, typer.Option("--engine", metavar="pool|spark")] = Engine.POOL,
    master: Annotated[str, typer.Option("--master", metavar="URL")] = "local[*]",
    shards: Annotated[int | None, typer.Option("--shards", metavar="N", min=1)] = None,
    language: DocumentLanguage = None,
    fiscal_start: FiscalStart = None,
    encoding: Encoding = None,
    ocr: Ocr = False,
    model: ModelPath = NO_MODEL,
) -> int:
    """Extract the tasks of plans and return the exit status."""
    from policy_nlp.batches import Request
    from policy_nlp.commands.batch import run_batch, run_into_folder
    from policy_nlp.commands.documents import DocumentOptions
    from policy_nlp.commands.inputs import find_inputs
    from policy_nlp.commands.sinks import folder_at, sink_for, wants_folder
    from policy_nlp.reporting.render import body, opening

    inputs = [replace(item, ocr=ocr) for item in find_inputs(files)]
    # Several JSON objects after one another are no JSON; one on each line are JSON Lines.
    form = Form.JSONL if form is Form.JSON and output == STDIN and len(inputs) > 1 else form
    lang = context.obj.lang
    if form.stands_alone and output == STDIN and len(inputs) > 1:
        raise InputError("one_document_a_file", path=STDIN, form=form.value)
    columns = get_terminal_size(_NO_TERMINAL).columns
    if engine is Engine.SPARK or wants_folder(output, files, inputs):
        request = Request(form, lang, with_text, columns, language, encoding, fiscal_start, ocr, model_at(model))
        if engine is Engine.SPARK:
            return run_on_spark(context.obj, inputs, folder_at(output), request, master=master, shards=shards)
        return run_into_folder(context.obj, inputs, folder_at(output), request, processes=jobs)
    sink = sink_for(output, files, inputs, suffix=form.suffix, opening=opening(form, lang))
    render = partial(body, form=form, lang=lang, with_text=with_text, columns=columns)
    options = DocumentOptions(language=language, fiscal_start=fiscal_start, encoding=encoding, model=model_at(model))
    return run_batch(context.obj, inputs, sink, render, options=options)
