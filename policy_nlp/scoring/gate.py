"""Whether scores are good enough: above a limit, and not below those of an earlier run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError
from policy_nlp.scoring.counts import DIGITS
from policy_nlp.scoring.json_files import json_values
from policy_nlp.scoring.layers import STANDARD


def gate_layers(scores: Mapping[str, Any], chosen: Iterable[str] = ()) -> list[str]:
    """Return the layers that a gate looks at: the chosen ones, else the standard ones, else all that there are.

    >>> gate_layers({"micro": {"plans": {}, "plan_iou": {}}}), gate_layers({"micro": {"later_deadline": {}}})
    (['plans'], ['later_deadline'])
    """
    known = list(scores["micro"])
    wanted = set(chosen) or set(STANDARD)
    return [layer for layer in known if layer in wanted] or known


def layers_below(scores: Mapping[str, Any], limit: float, *, layers: Iterable[str] = ()) -> dict[str, float]:
    """Return the micro F1 of the layers that gold has something of and that stay under `limit`.

    >>> layers_below({"micro": {"plans": {"f1": 0.5, "gold": 2}, "sections": {"f1": 0.0, "gold": 0}}}, 0.9)
    {'plans': 0.5}
    """
    micro = {layer: scores["micro"][layer] for layer in gate_layers(scores, layers)}
    return {layer: one["f1"] for layer, one in micro.items() if one["gold"] and one["f1"] < limit}


def held_against(
    scores: Mapping[str, Any], earlier: Mapping[str, Any], *, tolerance: float = 0.0, layers: Iterable[str] = ()
) -> dict[str, Any]:
    """Return how the micro F1 of each layer has moved since `earlier` scores, and which gated layers fell too far.

    `same_documents` is false where the two are not about the same documents, so that the figures may differ for that.

    >>> now, before = ({"micro": {"plans": {"f1": f1}}, "documents": []} for f1 in (0.5, 0.75))
    >>> held_against(now, before)["layers"], held_against(now, before, tolerance=0.3)["fallen"]
    ({'plans': {'f1': 0.5, 'before': 0.75, 'delta': -0.25}}, [])
    """
    deltas = {
        layer: _delta(one["f1"], earlier["micro"][layer]["f1"])
        for layer, one in scores["micro"].items()
        if layer in earlier["micro"]
    }
    gated = [layer for layer in gate_layers(scores, layers) if layer in deltas]
    return {
        "tolerance": tolerance,
        "same_documents": _ids(scores) == _ids(earlier),
        "layers": deltas,
        "fallen": [layer for layer in gated if deltas[layer]["delta"] < -tolerance],
    }


def read_scores(path: Path) -> dict[str, Any]:
    """Return scores that an earlier run has written; raises InputError where the file does not hold any."""
    scores: Any = next((value for _, value in json_values(path)), None)
    if not _are_scores(scores):
        raise InputError("not_scores", path=str(path))
    return dict(scores)


def _are_scores(scores: Any) -> bool:
    if not isinstance(scores, dict) or not isinstance(scores.get("documents"), list):
        return False
    micro = scores.get("micro")
    return isinstance(micro, dict) and all(isinstance(one, dict) and "f1" in one for one in micro.values())


def _delta(now: float, before: float) -> dict[str, float]:
    return {"f1": now, "before": before, "delta": round(now - before, DIGITS)}


def _ids(scores: Mapping[str, Any]) -> set[str]:
    return {document["id"] for document in scores["documents"]}
