"""All sheets of one document, in the order in which an official reads them."""

from __future__ import annotations

from policy_nlp.reporting.sheets.due import due_sheet
from policy_nlp.reporting.sheets.facts import facts
from policy_nlp.reporting.sheets.matrix import matrix_sheet
from policy_nlp.reporting.sheets.notes import basis_sheet, notes_sheet
from policy_nlp.reporting.sheets.record import Sheet
from policy_nlp.reporting.sheets.targets import targets_sheet
from policy_nlp.reporting.sheets.tasks import tasks_sheet
from policy_nlp.schema import Document


def sheets(document: Document, lang: str, *, version: str) -> tuple[Sheet, ...]:
    """Return the sheets of `document`; words of the program's own are in `lang`.

    >>> [sheet.key for sheet in sheets(Document("a", "en", "Plan"), "en", version="1")]
    ['tasks', 'due', 'matrix', 'targets', 'notes', 'basis']
    """
    known = facts(document)
    return (
        tasks_sheet(known),
        due_sheet(known, lang),
        matrix_sheet(known),
        targets_sheet(known),
        notes_sheet(known, lang),
        basis_sheet(known, version, lang),
    )
