"""Pairs of plans of which it is known which tasks go together: from the corpus and its variants, from the generator."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.pairs.generate import generate, manner
from evaluation.pairs.gold import completed
from evaluation.pairs.material import LANGUAGES, Outline, outlines
from evaluation.pairs.writing import Form, Side, written
from policy_nlp.pipeline import parse
from policy_nlp.schema import Document
from policy_nlp.scoring.cases import gold_documents
from policy_nlp.scoring.files import GAPS_SUFFIX

VARIANTS = 4
"""How often each pair of the corpus comes with tasks taken out of either plan, every other time in another order."""
TAKEN_OUT = 0.3
_FORMS = (Form.BRACKETS, Form.LABELS, Form.TABLE)

TaskEdge = tuple[str, str]
"""The ids of a task of the template and of a local one."""


@dataclass(frozen=True, slots=True)
class KnownPair:
    """Two plans and the edges between their tasks."""

    template: Document
    local: Document
    edges: frozenset[TaskEdge]


def of_corpus(folder: Path) -> Iterator[KnownPair]:
    """Yield the pairs of a gold folder, each also in variants."""
    documents = gold_documents(folder)
    for path in sorted((folder / "pairs").glob(f"*{GAPS_SUFFIX}")):
        noted = json.loads(path.read_text(encoding="utf-8"))
        edges = {(pair["template_task"], local) for pair in noted["pairs"] for local in pair["local_tasks"]}
        template, local = (completed(documents[noted[side]]) for side in ("template", "local"))
        yield from _with_variants(KnownPair(template, local, frozenset(edges)))


def of_translations(folder: Path) -> Iterator[KnownPair]:
    """Yield the plans of a gold folder that stand in two languages, in both directions, each also in variants."""
    documents = gold_documents(folder)
    for path in sorted((folder / "bilingual").glob("*.json")):
        noted = json.loads(path.read_text(encoding="utf-8"))
        edges = frozenset((zh, en) for row in noted["tasks"] for zh in row["zh"] for en in row["en"])
        zh, en = (completed(documents[noted[name]]) for name in LANGUAGES)
        yield from _with_variants(KnownPair(zh, en, edges))
        yield from _with_variants(KnownPair(en, zh, frozenset((below, above) for above, below in edges)))


def of_generator(*, plans: int) -> Iterator[KnownPair]:
    """Yield local plans made from each template that thresholds may be set on."""
    for name in LANGUAGES:
        made: Counter[str] = Counter()
        for outline in outlines(name):
            if outline.part == "tuned":
                yield from (pair for number in range(plans) for pair in _generated(outline, name, number, made))


def _generated(outline: Outline, name: str, number: int, made: Counter[str]) -> Iterator[KnownPair]:
    form = _FORMS[number % len(_FORMS)]
    template = parse(written(outline, name, Side.TEMPLATE, form=form), language=name, id="template")
    case = generate(outline, name, seed=number, made=made, manner=manner(number))
    local = parse(case.text, language=name, id="local")
    if len(local.tasks) != len(case.items):
        return
    rows = {key: task.id for task, item in zip(template.tasks, outline.items(), strict=True) for key in item.keys}
    columns = zip(local.tasks, case.items, strict=True)
    edges = {(rows[key], task.id) for task, keys in columns for key in keys if key in rows}
    yield KnownPair(template, local, frozenset(edges))


def _with_variants(pair: KnownPair) -> Iterator[KnownPair]:
    yield pair
    for number in range(VARIANTS):
        draw = random.Random(f"{pair.template.id} {pair.local.id} {number}")
        template, local = _thinned(pair.template, draw), _thinned(pair.local, draw)
        local = _shuffled(local, draw) if number % 2 else local
        left = {task.id for task in template.tasks}, {task.id for task in local.tasks}
        edges = frozenset(edge for edge in pair.edges if edge[0] in left[0] and edge[1] in left[1])
        yield KnownPair(template, local, edges)


def _thinned(document: Document, draw: random.Random) -> Document:
    return replace(document, tasks=tuple(task for task in document.tasks if draw.random() >= TAKEN_OUT))


def _shuffled(document: Document, draw: random.Random) -> Document:
    """Return `document` with its tasks in another order, numbered anew."""
    tasks = draw.sample(document.tasks, len(document.tasks))
    return replace(document, tasks=tuple(replace(task, number=str(place)) for place, task in enumerate(tasks, 1)))
