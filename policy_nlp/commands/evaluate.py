"""`evaluate`: how well a prediction, or a fresh extraction, agrees with gold."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from policy_nlp.commands.output import show
from policy_nlp.reporting.scores import layers_below, scores_table

_BELOW = 1


class ScoreForm(StrEnum):
    """The formats of scores."""

    JSON = "json"
    MD = "md"


def evaluate(
    context: typer.Context,
    gold: Annotated[Path, typer.Option("--gold", metavar="PATH")],
    pred: Annotated[Path | None, typer.Option("--pred", metavar="PATH")] = None,
    run: Annotated[bool, typer.Option("--run")] = False,
    min_f1: Annotated[float, typer.Option("--min-f1", metavar="X")] = 0.0,
    form: Annotated[ScoreForm, typer.Option("-f", "--format", metavar="json|md")] = ScoreForm.JSON,
) -> int:
    """Score predictions against gold and return the exit status."""
    from policy_nlp.interchange import dumps
    from policy_nlp.scoring import evaluate as score

    session = context.obj
    if run == (pred is not None):
        raise typer.BadParameter(session.text("usage.pred_or_run"))
    scores = score(gold, pred_path=pred, run=run)
    show(dumps(scores) if form is ScoreForm.JSON else scores_table(scores, session.lang))
    below = layers_below(scores, min_f1)
    for layer, f1 in below.items():
        session.note(session.text("scores.below", layer=layer, f1=f"{f1:.4f}", limit=min_f1))
    return _BELOW if below else 0
