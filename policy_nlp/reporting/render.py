"""A document in one of the formats that extraction gives out."""

from __future__ import annotations

from importlib import import_module

from policy_nlp.interchange import dumps, to_json
from policy_nlp.reporting.forms import Form
from policy_nlp.reporting.task_csv import csv_headings, csv_rows
from policy_nlp.reporting.task_rows import task_rows
from policy_nlp.reporting.task_table import task_table
from policy_nlp.schema import Document

_OWN_TEXT = frozenset({"text/plain", "text/markdown", None})
# By name, so that a heavy library is imported only when its format is asked for. Each takes a document and a language.
_WRITERS = {
    Form.MD: "policy_nlp.reporting.task_markdown:task_markdown",
    Form.HTML: "policy_nlp.reporting.page:plan_page",
    Form.XLSX: "policy_nlp.reporting.workbook:task_workbook",
    Form.DOCX: "policy_nlp.reporting.notice:notice",
    Form.ICS: "policy_nlp.reporting.calendar:calendar",
}


def opening(form: Form, lang: str) -> str:
    """Return what stands once before all documents.

    >>> opening(Form.JSON, "en")
    ''
    """
    return csv_headings(lang) if form is Form.CSV else ""


def body(document: Document, form: Form, lang: str, *, with_text: bool, columns: int) -> str | bytes:
    """Return one document. JSON carries the text where the file itself is not that text, and where `with_text` asks.

    >>> body(Document("a", "en", "Plan"), Form.TABLE, "en", with_text=False, columns=80)
    'a: plans 0, sections 0, tasks 0, units 0, deadlines 0, targets 0\\n'
    """
    if form in _WRITERS:
        return _written(document, form, lang)
    if form is Form.CSV:
        return csv_rows(task_rows(document), lang)
    if form is Form.TABLE:
        return task_table(document, lang, columns=columns)
    value = to_json(document, with_text=with_text or document.source.media_type not in _OWN_TEXT)
    return dumps(value) if form is Form.JSON else dumps(value, indent=None)


def _written(document: Document, form: Form, lang: str) -> str | bytes:
    module, name = _WRITERS[form].split(":")
    content: str | bytes = getattr(import_module(module), name)(document, lang)
    return content
