"""`evaluate`: how well a prediction, or a fresh extraction, agrees with gold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policy_nlp.commands.options import NO_MODEL, STDIN, ModelPath, model_at
from policy_nlp.reporting.score_forms import ScoreForm

PATH = "PATH"
_LISTS = (".csv", ".jsonl")


def evaluate(
    context: typer.Context,
    gold: Annotated[Path, typer.Option("--gold", metavar=PATH)],
    pred: Annotated[Path | None, typer.Option("--pred", metavar=PATH)] = None,
    run: Annotated[bool, typer.Option("--run")] = False,
    model: ModelPath = NO_MODEL,
    gaps: Annotated[Path | None, typer.Option("--gaps", metavar=PATH)] = None,
    split: Annotated[str | None, typer.Option("--split", metavar="NAME")] = None,
    against: Annotated[Path | None, typer.Option("--against", metavar=PATH)] = None,
    baseline: Annotated[Path | None, typer.Option("--baseline", metavar="FILE")] = None,
    tolerance: Annotated[float, typer.Option("--tolerance", metavar="X")] = 0.0,
    min_f1: Annotated[float, typer.Option("--min-f1", metavar="X")] = 0.0,
    layer: Annotated[list[str] | None, typer.Option("--layer", metavar="NAME")] = None,
    errors: Annotated[Path | None, typer.Option("--errors", metavar="FILE")] = None,
    output: Annotated[str, typer.Option("-o", "--output", metavar="OUT")] = STDIN,
    form: Annotated[ScoreForm, typer.Option("-f", "--format", metavar="json|md|csv|html")] = ScoreForm.JSON,
) -> int:
    """Score predictions against gold and return the exit status."""
    from policy_nlp.commands.evaluating import Wanted, run_evaluation
    from policy_nlp.commands.gating import Gate

    session = context.obj
    if run == (pred is not None):
        raise typer.BadParameter(session.text("usage.pred_or_run"))
    if model_at(model) is not None and not run:
        raise typer.BadParameter(session.text("usage.model_needs_run"))
    if gaps is not None and errors is not None and errors.suffix.lower() in _LISTS:
        raise typer.BadParameter(session.text("usage.no_list_of_gaps", suffix=errors.suffix))
    wanted = Wanted(gold=gold, pred=pred, run=run, gaps=gaps, split=split, against=against, model=model_at(model))
    gate = Gate(baseline=baseline, tolerance=tolerance, min_f1=min_f1, layers=tuple(layer or ()))
    return run_evaluation(session, wanted, gate, form=form, output=output, errors=errors)
