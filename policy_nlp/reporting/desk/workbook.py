"""The desk as an Excel workbook."""

from __future__ import annotations

from policy_nlp.desk import Desk
from policy_nlp.reporting.desk.sheets import desk_sheets
from policy_nlp.reporting.desk.words import Basis
from policy_nlp.reporting.workbook import workbook


def desk_workbook(desk: Desk, rests_on: Basis, lang: str) -> bytes:
    """Return the bytes of an .xlsx file about all plans of `desk`."""
    return workbook(desk_sheets(desk, rests_on, lang), lang)
