"""Label Studio: tasks as JSON, with annotations for what is settled and predictions for what is to be corrected."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policy_nlp.conversion.label_studio_config import LABELS_CONTROL, NOTE_CONTROL, TEXT_OBJECT, labeling_config
from policy_nlp.conversion.marking import sheet_of
from policy_nlp.conversion.places import note_of
from policy_nlp.conversion.sheet import LINK, Link, Mark, Sheet
from policy_nlp.schema import Document
from policy_nlp.version import __version__

HEAD = "policy_nlp"
"""The field of a task's data that holds what belongs to the document as a whole."""


def write_label_studio(documents: Sequence[Document]) -> dict[str, bytes]:
    """Return the tasks, each with one annotation, and the labeling configuration that shows them."""
    return _files([_task(sheet) | {"annotations": [{"result": list(_results(sheet))}]} for sheet in _sheets(documents)])


def write_predictions(documents: Sequence[Document], priorities: Sequence[Mapping[str, Any]]) -> dict[str, bytes]:
    """Return the tasks, each with a prediction to be corrected and with what makes it worth a look.

    `priorities` has `score` and `reasons` of each document; the data manager of Label Studio sorts by them.
    """
    tasks = []
    for sheet, priority in zip(_sheets(documents), priorities, strict=True):
        task = _task(sheet)
        task["data"] |= {"priority": priority["score"], "reasons": priority["reasons"]}
        prediction = {"model_version": f"policy_nlp {__version__}", "result": list(_results(sheet))}
        tasks.append(task | {"predictions": [prediction]})
    return _files(tasks)


def _files(tasks: list[dict[str, Any]]) -> dict[str, bytes]:
    content = json.dumps(tasks, ensure_ascii=False, indent=1) + "\n"
    return {"tasks.json": content.encode("utf-8"), "tasks.xml": labeling_config()}


def _sheets(documents: Sequence[Document]) -> list[Sheet]:
    return [sheet_of(document) for document in documents]


def _task(sheet: Sheet) -> dict[str, Any]:
    data = {"text": sheet.text, "id": sheet.id, "language": sheet.language, HEAD: dict(sheet.head)}
    return {"data": data}


def _results(sheet: Sheet) -> Iterator[dict[str, Any]]:
    """Regions, the note of each, and the links. Label Studio counts code points, as Python does."""
    for mark in sheet.marks:
        yield from _region(sheet, mark)
    yield from map(_relation, sheet.links)


def _region(sheet: Sheet, mark: Mark) -> Iterator[dict[str, Any]]:
    start, end = mark.span
    base = {"id": mark.id, "to_name": TEXT_OBJECT, "origin": "prediction" if mark.fields else "manual"}
    label = {"start": start, "end": end, "text": sheet.quote(mark), "labels": [mark.label]}
    yield base | {"from_name": LABELS_CONTROL, "type": "labels", "value": label}
    note = {"start": start, "end": end, "text": [note_of(mark.fields)]}
    yield base | {"from_name": NOTE_CONTROL, "type": "textarea", "value": note}


def _relation(link: Link) -> dict[str, Any]:
    return {
        "type": "relation",
        "from_id": link.source,
        "to_id": link.target,
        "direction": "right",
        "labels": [LINK],
    }
