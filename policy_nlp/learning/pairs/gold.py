"""Gold comparisons in the folder of a corpus, and which of them are held back from training."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policy_nlp.comparison.records import Relation
from policy_nlp.comparison.verdicts import Carried, Edge
from policy_nlp.errors import InputError
from policy_nlp.learning.examples import Corpus
from policy_nlp.schema import Document
from policy_nlp.scoring.files import GAPS_SUFFIX
from policy_nlp.scoring.json_files import json_files, json_values

_CARRIED = {
    Relation.SAME: Carried.SAME,
    Relation.MERGED: Carried.SAME,
    Relation.SPLIT: Carried.PARTIAL,
    Relation.PARTIAL: Carried.PARTIAL,
}
"""What one local task does for one of the template: where several share it, each does a part."""


@dataclass(frozen=True, slots=True)
class GoldPair:
    """A template and a local plan, and what gold says of the places of their tasks; of all others it says none."""

    template: Document
    local: Document
    carried: Mapping[Edge, Carried]


@dataclass(frozen=True, slots=True)
class GoldPairs:
    """Pairs of plans to learn from, and pairs held back."""

    train: tuple[GoldPair, ...]
    dev: tuple[GoldPair, ...]


def gold_pairs(path: Path, corpus: Corpus) -> GoldPairs:
    """Return the gold comparisons below `path` of plans that `corpus` has.

    Those of plans held back are held back; where there are none, all that follow the last template of each language
    are. Raises InputError where a file is broken or there are too few pairs to hold any back.
    """
    found = list(_found(path, corpus.documents))
    dev = [pair for pair in found if pair.local.id in corpus.dev] or _of_last_templates(found)
    train = tuple(pair for pair in found if pair not in dev)
    if not train or not dev:
        raise InputError("too_few_pairs", path=str(path), count=len(found))
    return GoldPairs(train, tuple(dev))


def _found(path: Path, documents: Mapping[str, Document]) -> Iterator[GoldPair]:
    for file in json_files(path):
        if file.name.endswith(GAPS_SUFFIX):
            for place, data in json_values(file):
                try:
                    if data["template"] in documents and data["local"] in documents:
                        yield _pair(data, documents[data["template"]], documents[data["local"]])
                except KeyError as error:
                    raise InputError("gaps_lack", path=str(file), place=place, name=error.args[0]) from error
                except (TypeError, ValueError) as error:
                    raise InputError("broken", path=str(file), place=place, cause=error) from error


def _pair(data: Mapping[str, Any], template: Document, local: Document) -> GoldPair:
    above, below = ({task.id: place for place, task in enumerate(one.tasks)} for one in (template, local))
    return GoldPair(
        template,
        local,
        {
            (above[pair["template_task"]], below[name]): _CARRIED[Relation(pair["relation"])]
            for pair in data["pairs"]
            for name in pair["local_tasks"]
        },
    )


def _of_last_templates(found: Sequence[GoldPair]) -> list[GoldPair]:
    """Local plans of one template are alike: they are held back together."""
    templates: defaultdict[str, set[str]] = defaultdict(set)
    for pair in found:
        templates[pair.template.language].add(pair.template.id)
    last = {max(names) for names in templates.values() if len(names) > 1}
    return [pair for pair in found if pair.template.id in last]
