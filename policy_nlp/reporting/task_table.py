"""The task table for the terminal."""

from __future__ import annotations

from itertools import groupby

from policy_nlp.messages import text
from policy_nlp.reporting.task_rows import TaskRow, task_rows
from policy_nlp.reporting.text_table import text_table
from policy_nlp.reporting.width import printable
from policy_nlp.schema import Document

_ALWAYS = ("id", "number", "title")
_IF_ANY = ("lead", "co", "actors", "deadlines", "targets")


def task_table(document: Document, lang: str, *, columns: int) -> str:
    """Return the tasks of `document`, plan by plan, in at most `columns` columns of a terminal.

    >>> task_table(Document("a", "zh", "方案"), "zh", columns=80)
    'a：规划 0，章节 0，任务 0，单位 0，时限 0，指标 0\\n'
    """
    rows = task_rows(document)
    parts = [_head(document, lang)]
    for plan, tasks in groupby(rows, key=lambda row: row.plan):
        parts += [printable(plan)] * bool(plan) + [_table(list(tasks), lang, columns)]
    return "\n\n".join(parts) + "\n"


def _head(document: Document, lang: str) -> str:
    counts = {
        name: len(getattr(document, name)) for name in ("plans", "sections", "tasks", "units", "deadlines", "targets")
    }
    return text("table.counts", lang, id=printable(document.id), **counts)


def _table(rows: list[TaskRow], lang: str, columns: int) -> str:
    shown = [name for name in (*_ALWAYS, *_IF_ANY) if name in _ALWAYS or any(getattr(row, name) for row in rows)]
    headings = [text(f"columns.{name}", lang) for name in shown]
    return text_table(headings, [[_cell(row, name, lang) for name in shown] for row in rows], columns=columns)


def _cell(row: TaskRow, name: str, lang: str) -> str:
    value = getattr(row, name)
    return value if isinstance(value, str) else text("columns.separator", lang).join(value)
