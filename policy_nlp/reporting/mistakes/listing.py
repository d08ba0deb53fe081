"""Mistakes as lines for other programs and spreadsheets: JSON Lines, and CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from policy_nlp.interchange import dumps
from policy_nlp.messages import text
from policy_nlp.reporting.mistakes.views import SideView, mistake_view
from policy_nlp.reporting.task_csv import MARK, neutral
from policy_nlp.scoring.cases import Cases
from policy_nlp.scoring.mistakes import Claim, Mistake, all_mistakes

_SIDES = ("gold", "pred")
_COLUMNS = (
    "document",
    "offset",
    "kind",
    "causes",
    *(f"{side}_{part}" for side in _SIDES for part in ("quote", "says")),
)


def mistakes_jsonl(found: Cases) -> str:
    """Return a JSON object for each mistake: document, kind, causes, and what either side says where.

    >>> from policy_nlp.schema import Document
    >>> documents = {"a": Document("a", "en", "Plan")}
    >>> mistakes_jsonl(Cases(documents, documents))
    ''
    """
    return "".join(dumps(_object(one, found.gold[one.document].text), indent=None) for one in all_mistakes(found))


def mistakes_csv(found: Cases, lang: str) -> str:
    """Return headings and a line for each mistake in words of `lang`; a spreadsheet opens it without harm."""
    sheet = StringIO()
    writer = csv.writer(sheet)
    writer.writerow(text(f"mistakes.columns.{name}", lang) for name in _COLUMNS)
    writer.writerows(_line(one, found.gold[one.document].text, lang) for one in all_mistakes(found))
    return MARK + sheet.getvalue()


def _object(mistake: Mistake, document: str) -> dict[str, Any]:
    sides = {side: _claim(claim, document) for side, claim in zip(_SIDES, (mistake.gold, mistake.pred), strict=True)}
    head = {"document": mistake.document, "kind": mistake.kind.value, "causes": [one.value for one in mistake.causes]}
    return head | sides


def _claim(claim: Claim | None, document: str) -> dict[str, Any] | None:
    if claim is None:
        return None
    return {
        "span": list(claim.span),
        "quote": document[slice(*claim.span)],
        "says": claim.shown,
        "tasks": list(claim.ids),
    }


def _line(mistake: Mistake, document: str, lang: str) -> Iterator[object]:
    view = mistake_view(mistake, document, lang)
    yield from (neutral(view.document), view.offset, view.kind, "; ".join(view.causes))
    for claim, side in ((mistake.gold, view.gold), (mistake.pred, view.pred)):
        yield neutral(document[slice(*claim.span)]) if claim else ""
        yield neutral(_said(side)) if side else ""


def _said(side: SideView) -> str:
    return " · ".join(part for part in (side.shown, side.tasks) if part)
