"""The desk as Markdown: scores, matrix, worst gaps, tasks that most plans lack, basis."""

from __future__ import annotations

from datetime import date

from policy_nlp.desk import Desk
from policy_nlp.messages import text
from policy_nlp.reporting.desk.sheets import desk_sheets
from policy_nlp.reporting.desk.words import Basis, plan_name
from policy_nlp.reporting.markdown_text import plain, words_table
from policy_nlp.reporting.sheets.record import Cell, Sheet


def desk_markdown(desk: Desk, rests_on: Basis, lang: str) -> str:
    """Return what the workbook holds as Markdown, a heading for each sheet."""
    title = text("desk.title", lang, template=plan_name(desk.template), count=len(desk.comparisons))
    parts = [f"# {plain(title)}"]
    for sheet in desk_sheets(desk, rests_on, lang):
        parts += [f"## {text(f'sheets.{sheet.key}', lang)}", _table(sheet, lang)]
    return "\n\n".join(parts) + "\n"


def _table(sheet: Sheet, lang: str) -> str:
    if not sheet.rows:
        return text("desk.nothing", lang)
    return words_table(
        [one.heading[lang] for one in sheet.columns], [[_cell(cell, lang) for cell in row] for row in sheet.rows]
    )


def _cell(cell: Cell, lang: str) -> str:
    if isinstance(cell, tuple):
        return text("columns.separator", lang).join(cell)
    return cell.isoformat() if isinstance(cell, date) else "" if cell is None else str(cell)
