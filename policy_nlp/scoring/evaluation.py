"""Predictions against gold over files and folders, matched by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError, SchemaError
from policy_nlp.interchange import from_json
from policy_nlp.pipeline import parse
from policy_nlp.schema import Document
from policy_nlp.scoring.files import Entry, gold_entries, predicted_entries, text_of
from policy_nlp.scoring.integrity import Fault, reference_faults, span_faults
from policy_nlp.scoring.summary import summary


def evaluate(gold_path: str | Path, *, pred_path: str | Path | None = None, run: bool = False) -> dict[str, Any]:
    """Return the scores of the predictions at `pred_path`, or of a fresh extraction with `run`, against gold.

    Files or folders are matched by `id`. Besides each document's layers the result has `micro` (summed counts), `macro`
    (mean ratios), `languages` (micro by language), `unmatched` (ids that only one side has) and, from five documents
    on, `intervals` (95 % bootstrap of the micro figures). Raises InputError where nothing matches, where a span or a
    quote does not hold, or where JSON is broken.
    """
    if run == (pred_path is not None):
        raise ValueError("give either pred_path or run=True")
    gold = {name: _gold(entry) for name, entry in gold_entries(Path(gold_path)).items()}
    if pred_path is None:
        return summary(gold, {name: parse(document.text) for name, document in gold.items()})
    entries = predicted_entries(Path(pred_path))
    _require_match(gold, entries, path=Path(pred_path))
    pred = {name: _document(entry, gold[name].text) for name, entry in entries.items() if name in gold}
    return summary(gold, pred, strays=[name for name in entries if name not in gold])


def _gold(entry: Entry) -> Document:
    document = _document(entry, text_of(entry))
    _refuse(entry, reference_faults(document))
    return document


def _document(entry: Entry, text: str) -> Document:
    try:
        document = from_json(entry.data, text=text)
    except SchemaError as error:
        raise entry.error("broken", cause=str(error)) from error
    _refuse(entry, span_faults(document))
    return document


def _refuse(entry: Entry, faults: Iterable[Fault]) -> None:
    for fault in faults:
        place = f"{entry.place}, {fault.place}" if entry.place else fault.place
        raise InputError(fault.code, path=str(entry.path), place=place, **fault.fields)


def _require_match(gold: Mapping[str, Document], pred: Mapping[str, Entry], *, path: Path) -> None:
    if not gold.keys() & pred.keys():
        raise InputError("no_id_matches", path=str(path), gold=", ".join(gold), pred=", ".join(pred))
