"""Whether an evaluation lets a change through, and what is said where it does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from policy_nlp.commands.session import Session
from policy_nlp.scoring.gate import held_against, layers_below


@dataclass(frozen=True, slots=True)
class Gate:
    """What the scores have to reach."""

    baseline: Path | None = None
    tolerance: float = 0.0
    min_f1: float = 0.0
    layers: tuple[str, ...] = ()


def held(gate: Gate, scores: Mapping[str, Any], earlier: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the scores gain by being held against earlier ones."""
    moved = held_against(scores, earlier, tolerance=gate.tolerance, layers=gate.layers)
    return {"baseline": {"path": str(gate.baseline)} | moved}


def require_layers(session: Session, layers: tuple[str, ...], scores: Mapping[str, Any]) -> None:
    """Refuse layers that the scores do not have."""
    for layer in layers:
        if layer not in scores["micro"]:
            choices = ", ".join(scores["micro"])
            raise typer.BadParameter(session.text("usage.bad_choice", name="--layer", value=layer, choices=choices))


def told(session: Session, scores: Mapping[str, Any], gate: Gate) -> bool:
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
