"""Predictions beside their gold, read from files and folders and matched by id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from policy_nlp.errors import InputError, SchemaError
from policy_nlp.interchange import from_json
from policy_nlp.pipeline import parse
from policy_nlp.schema import Document
from policy_nlp.scoring.files import Entry, gold_entries, predicted_entries, text_of
from policy_nlp.scoring.integrity import Fault, reference_faults, span_faults
from policy_nlp.scoring.traits import Traits, manifest_traits, traits


@dataclass(frozen=True, slots=True)
class Cases:
    """Gold and predictions by id, what is known about each gold document, and ids that only predictions have."""

    gold: Mapping[str, Document]
    pred: Mapping[str, Document]
    traits: Mapping[str, Traits] = field(default_factory=dict)
    strays: tuple[str, ...] = ()

    @property
    def ids(self) -> list[str]:
        """The ids that both sides have, in the order of gold."""
        return [name for name in self.gold if name in self.pred]


def cases(
    gold_path: str | Path,
    *,
    pred_path: str | Path | None = None,
    run: bool = False,
    split: str | None = None,
    further: Callable[[Document], Document] | None = None,
) -> Cases:
    """Return gold beside the predictions at `pred_path`, or beside a fresh extraction with `run`.

    `further` is what a fresh extraction goes through besides, such as a model beside the rules.
    `split` keeps only the documents that gold or the manifest puts there. Raises InputError where nothing matches,
    where a span or a quote does not hold, or where JSON is broken.
    """
    if run == (pred_path is not None):
        raise ValueError("give either pred_path or run=True")
    entries, known = _gold_entries(Path(gold_path), split)
    gold = {name: _gold(entry) for name, entry in entries.items()}
    if pred_path is None:
        fresh = {name: parse(document.text, id=name) for name, document in gold.items()}
        return Cases(gold, {name: further(one) if further else one for name, one in fresh.items()}, known)
    found = _known_by_text(predicted_entries(Path(pred_path)), gold)
    _require_match(gold, found, path=Path(pred_path))
    pred = {name: _document(entry, gold[name].text) for name, entry in found.items() if name in gold}
    return Cases(gold, pred, known, tuple(name for name in found if name not in gold))


def gold_documents(path: str | Path) -> dict[str, Document]:
    """Return the gold documents of a file or a folder, by id; raises InputError as `cases` does."""
    return {name: _gold(entry) for name, entry in gold_entries(Path(path)).items()}


def _gold_entries(path: Path, split: str | None) -> tuple[dict[str, Entry], dict[str, Traits]]:
    entries, listed = gold_entries(path), manifest_traits(path)
    known = {name: listed.get(name, {}) | traits(entry.data) for name, entry in entries.items()}
    if split is None:
        return entries, dict(known)
    kept = {name: entry for name, entry in entries.items() if split in known[name].get("split", ())}
    if not kept:
        raise InputError("no_such_split", path=str(path), split=split)
    return kept, {name: known[name] for name in kept}


def _known_by_text(found: Mapping[str, Entry], gold: Mapping[str, Document]) -> dict[str, Entry]:
    """Give predictions of unknown ids the id of the gold document whose text they carry: systems make up ids."""
    ids = {document.text: name for name, document in gold.items()}
    return {
        name if name in gold else ids.get(str(entry.data.get("text")), name): entry for name, entry in found.items()
    }


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
