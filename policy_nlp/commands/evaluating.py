"""One evaluation: read, score, hold against what was asked for, write, and tell whether it is good enough."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from policy_nlp.commands.output import deliver, write_safely
from policy_nlp.commands.session import Session
from policy_nlp.interchange import dumps
from policy_nlp.reporting.mistakes import mistakes_page
from policy_nlp.reporting.score_forms import ScoreForm
from policy_nlp.reporting.scores import scores_page
from policy_nlp.reporting.scores_csv import scores_csv
from policy_nlp.scoring.cases import Cases, cases
from policy_nlp.scoring.evaluation import differences_from, scores_of
from policy_nlp.scoring.foreign.build import UNPLACED
from policy_nlp.scoring.gate import held_against, layers_below, read_scores

_BELOW = 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be scored."""

    gold: Path
    pred: Path | None = None
    run: bool = False
    gaps: Path | None = None
    split: str | None = None
    against: Path | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """What the scores have to reach."""

    baseline: Path | None = None
    tolerance: float = 0.0
    min_f1: float = 0.0
    layers: tuple[str, ...] = ()


def run_evaluation(
    session: Session, wanted: Wanted, gate: Gate, *, form: ScoreForm, output: str, errors: Path | None
) -> int:
    """Score what is wanted, write the scores and the error report, and return 1 where the gate does not let through."""
    earlier = read_scores(gate.baseline) if gate.baseline else None
    found, scores = _gaps_scored(wanted) if wanted.gaps else _scored(wanted)
    _tell_unplaced(session, found)
    _require_layers(session, gate.layers, scores)
    if earlier is not None:
        moved = held_against(scores, earlier, tolerance=gate.tolerance, layers=gate.layers)
        scores |= {"baseline": {"path": str(gate.baseline)} | moved}
    deliver(_rendered(found, scores, form, session.lang), output)
    if errors is not None and found is not None:
        write_safely(errors, mistakes_page(found, scores, session.lang))
    return _BELOW if _told(session, scores, gate) else 0


def _scored(wanted: Wanted) -> tuple[Cases, dict[str, Any]]:
    found = cases(wanted.gold, pred_path=wanted.pred, run=wanted.run, split=wanted.split)
    scores = scores_of(found)
    if wanted.against is not None:
        scores |= {"against": differences_from(found, wanted.gold, wanted.against)}
    return found, scores


def _gaps_scored(wanted: Wanted) -> tuple[None, dict[str, Any]]:
    from policy_nlp.scoring.gaps import gap_differences, gap_scores, read_compared

    gaps = wanted.gaps or wanted.gold
    found = read_compared(gaps, wanted.gold, pred_path=wanted.pred)
    scores = gap_scores(found)
    if wanted.against is not None:
        other = read_compared(gaps, wanted.gold, pred_path=wanted.against)
        scores |= {"against": gap_differences(found, other, path=wanted.against)}
    return None, scores


def _rendered(found: Cases | None, scores: Mapping[str, Any], form: ScoreForm, lang: str) -> str:
    if form is ScoreForm.HTML and found is not None:
        return mistakes_page(found, scores, lang)
    if form is ScoreForm.JSON:
        return dumps(scores)
    return scores_page(scores, lang) if form is ScoreForm.MD else scores_csv(scores, lang)


def _tell_unplaced(session: Session, found: Cases | None) -> None:
    """Say what another system claims without a place: it counts neither for nor against it."""
    for name, document in (found.pred if found else {}).items():
        for note in document.diagnostics:
            if note.code == UNPLACED:
                session.note(f"{name}: {note.message[session.lang]}")


def _require_layers(session: Session, layers: tuple[str, ...], scores: Mapping[str, Any]) -> None:
    for layer in layers:
        if layer not in scores["micro"]:
            choices = ", ".join(scores["micro"])
            raise typer.BadParameter(session.text("usage.bad_choice", name="--layer", value=layer, choices=choices))


def _told(session: Session, scores: Mapping[str, Any], gate: Gate) -> bool:
    """Say which layers do not pass, and return whether there are any."""
    below = layers_below(scores, gate.min_f1, layers=gate.layers)
    for layer, f1 in below.items():
        session.note(session.text("scores.below", layer=layer, f1=f"{f1:.4f}", limit=gate.min_f1))
    return bool(_fallen(session, scores.get("baseline")) or below)


def _fallen(session: Session, moved: Mapping[str, Any] | None) -> list[str]:
    if moved is None:
        return []
    if not moved["same_documents"]:
        session.note(session.text("scores.other_documents", path=moved["path"]))
    for layer in moved["fallen"]:
        one = moved["layers"][layer]
        figures = {"f1": f"{one['f1']:.4f}", "before": f"{one['before']:.4f}", "tolerance": moved["tolerance"]}
        session.note(session.text("scores.fell", layer=layer, **figures))
    return list(moved["fallen"])
