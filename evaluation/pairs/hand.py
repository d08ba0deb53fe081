"""Measuring a comparison on the local plans that were written by hand: their pairs and their gaps."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evaluation.pairs.generate import Known
from evaluation.pairs.material import outline_of
from evaluation.pairs.tally import Tally, count, keys_of
from evaluation.pairs.writing import Side, written
from policy_nlp.comparison import Comparison, compare
from policy_nlp.pipeline import parse

BY_HAND = Path(__file__).parent / "by_hand"
FOLDERS = ("zh", "en", "zh-en", "en-zh")
"""A language, or the languages of template and local plan."""


def measured_by_hand(name: str) -> dict[str, Tally]:
    """Return the tally of each type over the local plans of `name` that were written by hand.

    `name` is a language, or the languages of template and local plan: `zh-en`.
    """
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    languages = name.split("-")
    for path in sorted((BY_HAND / name).glob("*.toml")):
        noted = tomllib.loads(path.read_text(encoding="utf-8"))
        outline = outline_of(languages[0], noted["template"])
        template = parse(written(outline, languages[0], Side.TEMPLATE), language=languages[0], id="template")
        local = parse(path.with_suffix(".txt").read_text(encoding="utf-8"), language=languages[-1], id="local")
        keys = {item.title: item.keys for item in outline.items()} | {"": ()}
        known = tuple(Known(kind, keys[title]) for kind, title in noted["gaps"])
        count(known, compare(template, local), keys_of(template, outline), tallies, path.name)
        _count_pairs(noted["pairs"], compare(template, local), {v[0]: k for k, v in keys.items() if v}, tallies)
    return dict(sorted(tallies.items()))


def _count_pairs(
    noted: list[list[Any]], comparison: Comparison, titles: Mapping[int, str], tallies: Mapping[str, Tally]
) -> None:
    """Count the edges of pairs; a local task is noted by how it begins."""
    names = {task.id: titles[number] for number, task in enumerate(comparison.template.tasks)}
    quotes = {task.id: task.quote for task in comparison.local.tasks}
    found = {(names[pair.template_task], quotes[task]) for pair in comparison.pairs for task in pair.local_tasks}
    known = {(title, start) for title, starts in noted for start in starts}
    right = {edge for edge in known if any(edge[0] == title and text.startswith(edge[1]) for title, text in found)}
    tally = tallies["pair"]
    tally.gold, tally.pred, tally.tp = tally.gold + len(known), tally.pred + len(found), tally.tp + len(right)
    tally.wrong += [f"pair not found {edge}" for edge in sorted(known - right)]
    made_up = {(t, q) for t, q in found if not any(t == title and q.startswith(start) for title, start in known)}
    tally.wrong += [f"pair not there {title} {text[:20]}" for title, text in sorted(made_up)]
