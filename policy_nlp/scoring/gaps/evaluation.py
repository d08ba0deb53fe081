"""Comparisons against gold gaps over files and folders, matched by the ids of both plans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policy_nlp.comparison import compare, comparison_json
from policy_nlp.errors import InputError, SchemaError
from policy_nlp.interchange import from_json
from policy_nlp.pipeline import parse
from policy_nlp.schema import Document
from policy_nlp.scoring.averages import Tally
from policy_nlp.scoring.cases import gold_documents
from policy_nlp.scoring.chance import differences
from policy_nlp.scoring.files import GAPS_SUFFIX
from policy_nlp.scoring.gaps.records import Compared, gold_compared, predicted_compared, sides
from policy_nlp.scoring.gaps.tally import gap_tally
from policy_nlp.scoring.json_files import json_files, json_values
from policy_nlp.scoring.summary import Scored, summary

Plans = tuple[Document, Document]
"""A template and a local plan, as gold has them."""


@dataclass(frozen=True, slots=True)
class ComparedCases:
    """Gold and predicted comparisons by the ids of both plans, and the plans themselves."""

    gold: Mapping[str, Compared]
    pred: Mapping[str, Compared]
    plans: Mapping[str, Plans]

    @property
    def ids(self) -> list[str]:
        """The comparisons that both sides have, in the order of gold."""
        return [name for name in self.gold if name in self.pred]

    def tallies(self) -> dict[str, Tally]:
        """Return the counts of each comparison that both sides have."""
        return {name: gap_tally(self.gold[name], self.pred[name]) for name in self.ids}


def read_compared(gaps_path: Path, gold_path: Path, *, pred_path: Path | None = None) -> ComparedCases:
    """Return gold gaps beside the comparisons at `pred_path`, or beside fresh ones where there is no such path.

    Gold gaps name two gold files in `gold_path`. A comparison must carry both extractions, for its ids mean nothing
    without them. Raises InputError where a file is broken or a plan is not there.
    """
    known = dict(_gold_gaps(gaps_path, gold_documents(gold_path)))
    plans = {name: pair for name, (_, pair) in known.items()}
    given = _fresh(plans) if pred_path is None else _given(pred_path, plans)
    pred = {name: _predicted(data, plans[name], path=pred_path) for name, data in given}
    if not pred:
        raise InputError("no_id_matches", path=str(pred_path), gold=", ".join(known), pred="–")
    return ComparedCases({name: compared for name, (compared, _) in known.items()}, pred, plans)


def gap_scores(found: ComparedCases) -> dict[str, Any]:
    """Return the scores of comparisons in the form of other scores: a comparison is a document, a type a layer."""
    scored = [
        Scored(name, tally, {"language": (found.plans[name][0].language,)}) for name, tally in found.tallies().items()
    ]
    return summary(scored, unmatched={"gold": [name for name in found.gold if name not in found.pred], "pred": []})


def gap_differences(found: ComparedCases, other: ComparedCases, *, path: Path) -> dict[str, Any]:
    """Return how one system's comparisons differ from another's, on the pairs of plans that both have."""
    ours, theirs = found.tallies(), other.tallies()
    both = [name for name in ours if name in theirs]
    if not both:
        raise InputError("no_id_matches", path=str(path), gold=", ".join(ours), pred=", ".join(theirs))
    moved = differences([ours[name] for name in both], [theirs[name] for name in both])
    return {"path": str(path), "documents": len(both), "layers": moved}


def _gold_gaps(path: Path, documents: Mapping[str, Document]) -> Iterator[tuple[str, tuple[Compared, Plans]]]:
    for file, place, data in _objects(path, suffix=GAPS_SUFFIX):
        try:
            plans = documents[data["template"]], documents[data["local"]]
            compared = gold_compared(data, sides(*plans))
        except KeyError as error:
            raise InputError("gaps_lack", path=str(file), place=place, name=error.args[0]) from error
        except (TypeError, ValueError) as error:
            raise InputError("broken", path=str(file), place=place, cause=error) from error
        yield _name(plans[0].id, plans[1].id), (compared, plans)


def _given(path: Path, plans: Mapping[str, Plans]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for file, place, data in _objects(path, suffix=""):
        above, below = _side(data, "template"), _side(data, "local")
        name = _name(above.get("id"), below.get("id"))
        if name not in plans:
            continue
        if "extraction" not in above or "extraction" not in below:
            raise InputError("comparison_without_extractions", path=str(file), place=place)
        yield name, data


def _objects(path: Path, *, suffix: str) -> Iterator[tuple[Path, str, Mapping[str, Any]]]:
    for file in json_files(path):
        if file == path or file.name.endswith(suffix):
            yield from ((file, place, data) for place, data in json_values(file) if isinstance(data, dict))


def _name(template: object, local: object) -> str:
    return f"{template}--{local}"


def _side(data: Mapping[str, Any], side: str) -> Mapping[str, Any]:
    value = data.get(side)
    return value if isinstance(value, dict) else {}


def _fresh(plans: Mapping[str, Plans]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, pair in plans.items():
        template, local = (parse(document.text, id=document.id) for document in pair)
        yield name, comparison_json(compare(template, local), with_extractions=True)


def _predicted(data: Mapping[str, Any], gold: Plans, *, path: Path | None) -> Compared:
    try:
        template, local = (
            from_json(data[side]["extraction"], text=document.text)
            for side, document in zip(("template", "local"), gold, strict=True)
        )
        return predicted_compared(data, sides(template, local))
    except (KeyError, TypeError, ValueError, SchemaError) as error:
        raise InputError("broken", path=str(path), cause=error) from error
