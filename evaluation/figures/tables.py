"""Figures as Markdown tables, counts beside every ratio."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from policy_nlp.reporting.pipe_table import pipe_table

Layers = Mapping[str, Mapping[str, Any]]

NOTHING = "–"


def cell(figures: Mapping[str, Any]) -> str:
    """Return F1 with the shared, gold and predicted items; a dash for a system that has nothing of a layer.

    >>> cell({"f1": 0.5, "tp": 1, "gold": 2, "pred": 2}), cell({"f1": 0.0, "tp": 0, "gold": 2, "pred": 0})
    ('0.500 (1/2/2)', '–')
    """
    if figures["gold"] and not figures["pred"]:
        return NOTHING
    return f"{figures['f1']:.3f} ({figures['tp']}/{figures['gold']}/{figures['pred']})"


def layers_table(scores: Mapping[str, Any], layers: Iterable[str]) -> str:
    """Return precision, recall, F1 and its interval, macro F1 and the counts of each layer."""
    headings = ["layer", "P", "R", "F1", "95 %", "macro F1", "gold", "predicted", "shared"]
    return pipe_table(headings, [_layer(scores, layer) for layer in layers])


def systems_table(systems: Mapping[str, Layers], layers: Sequence[str]) -> str:
    """Return a row for each system with a cell for each layer."""
    rows = [[name, *(cell(found[layer]) for layer in layers)] for name, found in systems.items()]
    return pipe_table(["system", *layers], rows)


def differences_table(systems: Mapping[str, Mapping[str, Any]], layers: Sequence[str]) -> str:
    """Return for each other system and layer by how much it is behind, the interval of that, and the p value."""
    rows = [
        [
            name,
            layer,
            f"{one['delta']:+.3f}",
            "–".join(f"{end:+.3f}" for end in one["interval"]),
            f"{one['p_value']:.4f}",
        ]
        for name, found in systems.items()
        for layer in layers
        if (one := found.get(layer)) is not None
    ]
    return pipe_table(["against", "layer", "difference of F1", "95 %", "p"], rows)


def findings_table(micro: Layers) -> str:
    """Return the figures of each type of finding that occurs, with its misses and false alarms."""
    rows = [
        [name, *(f"{one[key]:.3f}" for key in ("p", "r", "f1")), str(one["gold"]), str(one["pred"]), *_wrong(one)]
        for name, one in micro.items()
        if one["gold"] or one["pred"]
    ]
    return pipe_table(["type", "P", "R", "F1", "gold", "reported", "missed", "false alarms"], rows)


def _wrong(one: Mapping[str, Any]) -> tuple[str, str]:
    return str(one["gold"] - one["tp"]), str(one["pred"] - one["tp"])


def _layer(scores: Mapping[str, Any], layer: str) -> list[str]:
    one, ends = scores["micro"][layer], scores.get("intervals", {}).get(layer)
    interval = "–".join(f"{end:.3f}" for end in ends["f1"]) if ends else NOTHING
    ratios = [f"{one[key]:.3f}" for key in ("p", "r", "f1")]
    counts = [str(one[key]) for key in ("gold", "pred", "tp")]
    return [layer, *ratios, interval, f"{scores['macro'][layer]['f1']:.3f}", *counts]
