"""Predictions against gold over files and folders: all figures at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError
from policy_nlp.scoring.cases import Cases, cases
from policy_nlp.scoring.chance import differences
from policy_nlp.scoring.mistakes.find import all_mistakes
from policy_nlp.scoring.mistakes.tally import by_cause
from policy_nlp.scoring.score import tally
from policy_nlp.scoring.segmentation import segmentation
from policy_nlp.scoring.summary import Scored, summary


def evaluate(
    gold_path: str | Path,
    *,
    pred_path: str | Path | None = None,
    run: bool = False,
    against: str | Path | None = None,
    split: str | None = None,
) -> dict[str, Any]:
    """Return the scores of the predictions at `pred_path`, or of a fresh extraction with `run`, against gold.

    Files or folders are matched by `id`. Besides each document's layers the result has `micro` (summed counts), `macro`
    (mean ratios), `languages` (micro by language), `groups` (by every trait that gold or a manifest states),
    `unmatched` (ids that only one side has), `segmentation`, `errors` (how many mistakes have which cause) and, from
    five documents on, `intervals` (95 % bootstrap of the micro figures). `against` names the predictions of another
    system on the same documents: `against` in the result then says how the two differ. Raises InputError where nothing
    matches, where a span or a quote does not hold, or where JSON is broken.
    """
    found = cases(gold_path, pred_path=pred_path, run=run, split=split)
    scores = scores_of(found)
    if against is None:
        return scores
    return scores | {"against": differences_from(found, gold_path, against)}


def scores_of(found: Cases) -> dict[str, Any]:
    """Return the scores of gold and predictions that are already read.

    >>> from policy_nlp.schema import Document
    >>> documents = {"a": Document("a", "zh", "")}
    >>> scores_of(Cases(documents, documents))["micro"]["plans"]["f1"]
    1.0
    """
    unmatched = {"gold": [name for name in found.gold if name not in found.pred], "pred": list(found.strays)}
    scores = summary([_scored(found, name) for name in found.ids], unmatched=unmatched)
    return scores | {"errors": by_cause(all_mistakes(found))}


def differences_from(found: Cases, gold_path: str | Path, against: str | Path) -> dict[str, Any]:
    """Return how `found` differs from the predictions of another system at `against`, on the documents that both have.

    Raises InputError where there are no such documents.
    """
    other = cases(gold_path, pred_path=against)
    both = [name for name in found.ids if name in other.pred]
    if not both:
        raise InputError("no_id_matches", path=str(against), gold=", ".join(found.ids), pred=", ".join(other.pred))
    ours = [tally(found.gold[name], found.pred[name]) for name in both]
    theirs = [tally(found.gold[name], other.pred[name]) for name in both]
    return {"path": str(against), "documents": len(both), "layers": differences(ours, theirs)}


def _scored(found: Cases, name: str) -> Scored:
    gold, pred = found.gold[name], found.pred[name]
    traits = {**found.traits.get(name, {}), "language": (gold.language,)}
    return Scored(name, tally(gold, pred), traits, segmentation(gold, pred))
