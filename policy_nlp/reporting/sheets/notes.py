"""What a reader should know: the diagnostics with their places, and what the workbook rests on."""

from __future__ import annotations

from policy_nlp.messages import text
from policy_nlp.reporting.sheets.facts import Facts
from policy_nlp.reporting.sheets.record import Cell, Sheet, column
from policy_nlp.schema import Diagnostic, Document

_COLUMNS = {"severity": 10, "note": 60, "at": 40, "code": 22}


def notes_sheet(facts: Facts, lang: str) -> Sheet:
    """Return the sheet of diagnostics, each with the words that it is about."""
    rows = tuple(_row(facts.document, note, lang) for note in facts.document.diagnostics)
    return Sheet("notes", tuple(column(name, width) for name, width in _COLUMNS.items()), rows)


def basis_sheet(facts: Facts, version: str, lang: str) -> Sheet:
    """Return the sheet that names the file, its checksum, the plans in it and the program's version."""
    document = facts.document
    said: dict[str, Cell] = {
        "file": document.source.path or document.id,
        "sha256": document.source.sha256 or "",
        "plans": tuple(plan.title for plan in document.plans),
        "period": tuple(plan.period for plan in document.plans if plan.period),
        "counts": text("table.counts", lang, id=document.id, **_counts(document)),
        "version": version,
    }
    rows = tuple((text(f"basis.{name}", lang), value) for name, value in said.items())
    return Sheet("basis", (column("item", 18), column("content", 80)), rows)


def _row(document: Document, note: Diagnostic, lang: str) -> tuple[Cell, ...]:
    place = document.text[slice(*note.span)] if note.span else ""
    severity = text(f"comparison.severities.{note.severity.value}", lang)
    return severity, note.message.get(lang, note.code), place, note.code


def _counts(document: Document) -> dict[str, int]:
    names = ("plans", "sections", "tasks", "units", "deadlines", "targets")
    return {name: len(getattr(document, name)) for name in names}
