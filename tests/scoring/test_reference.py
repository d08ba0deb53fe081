"""The standard layers agree with a second, plain implementation of their definition, on documents drawn at random."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from policy_nlp.interchange import from_json, to_json
from policy_nlp.schema import Document
from policy_nlp.scoring import score
from policy_nlp.scoring.layers import STANDARD
from tests.scoring.conftest import TEXT

Json = dict[str, Any]

OPENING, CLOSING = "*#|>-–—•●■◆▪‣·○", "*|。.;；,，)）"


def ratios(gold: list[Any], pred: list[Any]) -> dict[str, float]:
    """Counts by multiset, ratios by the usual formulas; 1 where neither side has anything."""
    shared = sum((Counter(gold) & Counter(pred)).values())
    p = shared / len(pred) if pred else float(not gold)
    r = shared / len(gold) if gold else float(not pred)
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(f1, 4), "gold": len(gold), "pred": len(pred), "tp": shared}


def bare(span: list[int], text: str) -> tuple[int, int]:
    head = re.match(rf"[\s{re.escape(OPENING)}]*", text[span[0] : span[1]])
    start = span[0] + (head.end() if head else 0)
    kept = re.sub(rf"[\s{re.escape(CLOSING)}]+\Z", "", text[start : span[1]])
    return start, start + len(kept)


def normal(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(normal, value))
    if isinstance(value, str) and value.startswith("FREQ="):
        return frozenset(value.split(";")) - {"INTERVAL=1"}
    return round(float(value), 6) if isinstance(value, int | float) else value


def layers(data: Json, text: str) -> dict[str, list[Any]]:
    tasks = {task["id"]: bare(task["span"], text) for task in data["tasks"]}
    start = {task: span[0] for task, span in tasks.items()}
    units, deadlines, targets = data["units"], data["deadlines"], data["targets"]
    found: dict[str, list[Any]] = {
        "plans": [bare(plan["span"], text)[0] for plan in data["plans"]],
        "sections": [(bare(one["span"], text)[0], one["level"], one["type"]) for one in data["sections"]],
        "task_start": list(start.values()),
        "task_span": list(tasks.values()),
        "unit_mention": [(bare(unit["span"], text), unit["role"]) for unit in units],
        "deadline_span": [bare(one["span"], text) for one in deadlines],
        "deadline_value": [(start.get(one["task"]), normal(one["value"])) for one in deadlines],
        "target_span": [bare(one["span"], text) for one in targets],
    }
    for role in ("lead", "co", "actor"):
        found[f"unit_{role}"] = [
            (text[slice(*unit["span"])], start[task])
            for unit in units
            for task in unit["tasks"]
            if unit["role"] == role and task in start
        ]
    for name, kinds in (("target_value", ("numeric", "universal")), ("target_numeric", ("numeric",))):
        found[name] = [
            (start.get(one["task"]), one["kind"], one["op"], normal(one["value"]), one["unit"] == "%")
            for one in targets
            if one["kind"] in kinds
        ]
    return found


def disturbed(gold: Document, seed: int) -> Document:
    """A prediction with random losses, wrong roles, tasks, values and ends."""
    choose = random.Random(seed)
    data = to_json(gold)
    for kind in ("sections", "tasks", "units", "deadlines", "targets"):
        data[kind] = [one for one in data[kind] if choose.random() < 0.8]
        for one in data[kind]:
            one.pop("quote", None)
            if choose.random() < 0.3:
                one["span"] = [max(0, one["span"][0] - choose.randint(0, 2)), one["span"][1] - choose.randint(0, 2)]
    for unit in data["units"]:
        unit["role"] = choose.choice(["lead", "co", "actor", unit["role"]])
        unit["tasks"] = choose.sample(["t1", "t2"], choose.randint(0, 2))
    for one in data["deadlines"] + data["targets"]:
        one["task"] = choose.choice(["t1", "t2", None])
    for target in data["targets"]:
        target["value"] = choose.choice([20, 20.0, 30, [20, 30]])
        target["unit"] = choose.choice(["%", "家"])
    return from_json(data, text=gold.text)


@pytest.mark.parametrize("seed", range(40))
def test_standard_layers_are_those_of_the_definition(gold: Document, seed: int) -> None:
    one, other = disturbed(gold, seed), disturbed(gold, seed + 1000)
    ours, theirs = layers(to_json(one), TEXT), layers(to_json(other), TEXT)
    found = score(one, replace(other, id="other"))
    assert {layer: found[layer] for layer in STANDARD} == {
        layer: ratios(ours[layer], theirs[layer]) for layer in STANDARD
    }
