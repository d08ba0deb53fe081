"""Gold plans made fit for a comparison, so that it can be measured without the mistakes of extraction."""

from __future__ import annotations

import re
from dataclasses import replace

from policy_nlp.linking.naming import name_units
from policy_nlp.pipeline import parse
from policy_nlp.schema import Document, Plan, Task

_TITLE = re.compile(
    r"\s*(?:[(（]?[\d一二三四五六七八九十.．-]{1,6}[)）.．、]?\s*|[•·*-]\s*)?(?P<title>[^。；;：:，,\n]{2,60}?)(?=[。；;：:，,\n]|\.\s|$)"
)


def completed(gold: Document) -> Document:
    """Return `gold` with what a gold file leaves out and a comparison reads: names of bodies, titles, places, periods.

    What stands in gold stays; places and periods of plans are those that the program reads in the same text.
    """
    read = {plan.title: plan for plan in parse(gold.text, language=gold.language).plans}
    plans = tuple(_described(plan, read.get(plan.title)) for plan in gold.plans)
    tasks = tuple(_titled(task, gold.text) for task in gold.tasks)
    return name_units(replace(gold, plans=plans, tasks=tasks))


def _described(plan: Plan, read: Plan | None) -> Plan:
    return plan if read is None else replace(plan, issuer=read.issuer, region=read.region, period=read.period)


def _titled(task: Task, text: str) -> Task:
    """A task without a title is called by how it begins."""
    quote = text[slice(*task.span)]
    found = _TITLE.match(quote)
    return replace(task, quote=quote, title=task.title or (found["title"].strip() if found else ""))
