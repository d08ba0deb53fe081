"""The task breakdown as a Word document, to go with the notice to those who have to act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from policy_nlp.messages import text
from policy_nlp.reporting.task_rows import TaskRow, task_rows
from policy_nlp.reporting.word_file import WordFile
from policy_nlp.schema import Document

_COLUMNS = {"number": 1.6, "title": 6.4, "lead": 3.6, "co": 4.8, "deadlines": 3.9, "targets": 4.4}
"""What the table shows, and how many centimeters each column takes of an A4 page laid across."""


def notice(document: Document, lang: str) -> bytes:
    """Return the task breakdown of `document` as the bytes of a .docx file: a table for each plan, by section.

    >>> notice(Document("a", "en", "Plan"), "en")[:2]
    b'PK'
    """
    word = WordFile()
    headings = [text(f"columns.{name}", lang) for name in _COLUMNS]
    for title, rows in groupby(task_rows(document), key=lambda row: row.plan):
        word.heading(title or document.id)
        word.table(headings, _rows(rows, lang), tuple(_COLUMNS.values()))
    if not document.tasks:
        word.paragraph(text("notice.no_tasks", lang))
    return word.content()


def _rows(rows: Iterable[TaskRow], lang: str) -> Iterator[list[str]]:
    """The rows of one plan; each section begins with a row of its own."""
    for sections, tasks in groupby(rows, key=lambda row: row.sections):
        if sections:
            yield [" › ".join(sections)]
        yield from ([_value(getattr(task, name), lang) for name in _COLUMNS] for task in tasks)


def _value(value: str | tuple[str, ...], lang: str) -> str:
    return value if isinstance(value, str) else text("columns.separator", lang).join(value)
