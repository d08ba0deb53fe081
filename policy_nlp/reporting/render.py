"""A document in one of the formats that extraction gives out."""

from __future__ import annotations

from policy_nlp.interchange import dumps, to_json
from policy_nlp.reporting.forms import Form
from policy_nlp.reporting.task_csv import csv_headings, csv_rows
from policy_nlp.reporting.task_rows import task_rows
from policy_nlp.reporting.task_table import task_table
from policy_nlp.schema import Document

_OWN_TEXT = frozenset({"text/plain", "text/markdown", None})


def opening(form: Form, lang: str) -> str:
    """Return what stands once before all documents.

    >>> opening(Form.JSON, "en")
    ''
    """
    return csv_headings(lang) if form is Form.CSV else ""


def body(document: Document, form: Form, lang: str, *, with_text: bool, columns: int) -> str:
    """Return one document. JSON carries the text where the file itself is not that text, and where `with_text` asks.

    >>> body(Document("a", "en", "Plan"), Form.TABLE, "en", with_text=False, columns=80)
    'a: plans 0, sections 0, tasks 0, units 0, deadlines 0, targets 0\\n'
    """
    if form is Form.CSV:
        return csv_rows(task_rows(document), lang)
    if form is Form.TABLE:
        return task_table(document, lang, columns=columns)
    value = to_json(document, with_text=with_text or document.source.media_type not in _OWN_TEXT)
    return dumps(value) if form is Form.JSON else dumps(value, indent=None)
