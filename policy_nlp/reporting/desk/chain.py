"""A chain of levels as JSON, as Markdown and as a table: where each task of the first plan has come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from policy_nlp.comparison import Comparison, comparison_json
from policy_nlp.desk import Chain, chain_of
from policy_nlp.interchange import dumps
from policy_nlp.messages import text
from policy_nlp.reporting.comparison_forms import ComparisonForm
from policy_nlp.reporting.desk.words import plan_name, task_name, tasks_by_id
from policy_nlp.reporting.markdown_text import plain, words_table
from policy_nlp.reporting.text_table import text_table
from policy_nlp.schema import SCHEMA_VERSION, Task

Names = Mapping[str, Mapping[str, Task]]
"""The tasks of each plan by id."""


def chain_text(comparisons: Sequence[Comparison], form: ComparisonForm, lang: str, *, columns: int) -> str:
    """Return the chain that `comparisons` make, each one's template being the local plan of the one before.

    >>> chain_text([], ComparisonForm.MD, "en", columns=80)
    '# From level to level\\n\\nNone.\\n'
    """
    if form is ComparisonForm.JSON:
        return dumps(_json(comparisons))
    headings, rows = _table(comparisons, lang)
    title = text("chain.title", lang)
    if form is ComparisonForm.MD:
        return f"# {plain(title)}\n\n{words_table(headings, rows) if rows else text('desk.nothing', lang)}\n"
    return f"{title}\n\n{text_table(headings, rows, columns=columns) if rows else text('desk.nothing', lang)}\n"


def _json(comparisons: Sequence[Comparison]) -> dict[str, Any]:
    chains = [
        {
            "task": chain.task.id,
            "links": [{"plan": link.plan, "tasks": list(link.tasks)} for link in chain.links],
            "lost_at": chain.lost_at,
        }
        for chain in chain_of(comparisons)
    ]
    levels = [comparison.template.id for comparison in comparisons[:1]]
    levels += [comparison.local.id for comparison in comparisons]
    found = [comparison_json(comparison) for comparison in comparisons]
    return {"schema_version": SCHEMA_VERSION, "levels": levels, "chains": chains, "comparisons": found}


def _table(comparisons: Sequence[Comparison], lang: str) -> tuple[list[str], list[list[str]]]:
    if not comparisons:
        return [], []
    names = {one.local.id: tasks_by_id(one.local) for one in comparisons}
    titles = {one.local.id: plan_name(one.local) for one in comparisons}
    headings = [plan_name(comparisons[0].template), *titles.values(), text("chain.lost_at", lang)]
    return headings, [_row(chain, names, titles, lang) for chain in chain_of(comparisons)]


def _row(chain: Chain, names: Names, titles: Mapping[str, str], lang: str) -> list[str]:
    separator = text("columns.separator", lang)
    reached = [separator.join(task_name(names[link.plan][task]) for task in link.tasks) or "–" for link in chain.links]
    return [task_name(chain.task), *reached, titles.get(chain.lost_at or "", "")]
