"""Scores as CSV: a line for each layer of each document and group."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO
from typing import Any

from policy_nlp.messages import text
from policy_nlp.reporting.score_rows import ScoreRow, score_rows
from policy_nlp.reporting.task_csv import MARK, neutral

_FIGURES = ("p", "r", "f1", "gold", "pred", "tp")
_COLUMNS = ("group", "name", "layer", *_FIGURES, "missed", "false_alarms", "macro", "low", "high")


def scores_csv(scores: Mapping[str, Any], lang: str) -> str:
    """Return `scores` as CSV that a spreadsheet opens without harm.

    >>> figures = {"p": 1.0, "r": 0.5, "f1": 0.6667, "gold": 2, "pred": 1, "tp": 1}
    >>> scores_csv({"micro": {"plans": figures}, "documents": []}, "en").splitlines()[1]
    'all,all,plans,1.0,0.5,0.6667,2,1,1,1,0,,,'
    """
    sheet = StringIO()
    writer = csv.writer(sheet)
    writer.writerow(text(f"scores.{name}", lang) for name in _COLUMNS)
    writer.writerows(_line(row, lang) for row in score_rows(scores))
    return MARK + sheet.getvalue()


def _line(row: ScoreRow, lang: str) -> list[object]:
    low, high = row.interval or (None, None)
    figures = [row.figures[name] for name in _FIGURES]
    trait = text(f"scores.trait.{row.group}", lang)
    name = trait if row.group == row.name else neutral(row.name)
    return [trait, name, row.layer, *figures, row.missed, row.false_alarms, row.macro, low, high]
