"""The task table as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from policy_nlp.messages import text
from policy_nlp.reporting.markdown_text import plain, words_table
from policy_nlp.reporting.task_rows import TaskRow, task_rows
from policy_nlp.schema import Document

_COLUMNS = ("number", "title", "lead", "co", "actors", "deadlines", "targets")


def task_markdown(document: Document, lang: str) -> str:
    """Return the tasks of `document` as Markdown: a heading for each plan and each section, a table below it.

    >>> task_markdown(Document("a", "en", "Plan"), "en")
    '# a\\n\\nNo tasks were found in the text.\\n'
    """
    rows = task_rows(document)
    parts = [f"# {plain(document.id)}"] if not rows else []
    for plan, tasks in groupby(rows, key=lambda row: row.plan):
        parts.append(f"# {plain(plan or document.id)}")
        parts += _sections(tasks, lang)
    parts += [text("notice.no_tasks", lang)] * (not rows)
    return "\n\n".join(parts) + "\n"


def _sections(rows: Iterable[TaskRow], lang: str) -> list[str]:
    parts = []
    for sections, tasks in groupby(rows, key=lambda row: row.sections):
        parts += [f"## {plain(' › '.join(sections))}"] * bool(sections)
        parts.append(_table(list(tasks), lang))
    return parts


def _table(rows: Sequence[TaskRow], lang: str) -> str:
    shown = [name for name in _COLUMNS if name in ("number", "title") or any(getattr(row, name) for row in rows)]
    cells = [[_cell(getattr(row, name), lang) for name in shown] for row in rows]
    return words_table([text(f"columns.{name}", lang) for name in shown], cells)


def _cell(value: str | tuple[str, ...], lang: str) -> str:
    return value if isinstance(value, str) else text("columns.separator", lang).join(value)
