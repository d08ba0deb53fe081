"""A comparison as a person reads it: what is covered, then the findings, the gravest first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from policy_nlp.comparison import Comparison, Finding, comparison_json
from policy_nlp.desk import Decisions
from policy_nlp.interchange import dumps
from policy_nlp.messages import text
from policy_nlp.reporting.comparison_forms import ComparisonForm
from policy_nlp.reporting.desk.words import plan_name
from policy_nlp.reporting.markdown_text import words_table
from policy_nlp.reporting.text_table import text_table
from policy_nlp.schema import Document

_HEADINGS = ("severity", "type", "places", "message")


def comparison_text(
    comparison: Comparison,
    *,
    form: ComparisonForm,
    lang: str,
    columns: int,
    with_extractions: bool = False,
    on_one_line: bool = False,
    decisions: Decisions | None = None,
) -> str:
    """Return `comparison` in one of its formats; JSON carries the decision about each finding that has one.

    >>> from policy_nlp.comparison import compare
    >>> same = compare(Document("a", "en", "Plan"), Document("a", "en", "Plan"))
    >>> comparison_text(same, form=ComparisonForm.TABLE, lang="en", columns=80).splitlines()[0]
    'a held against a'
    """
    if form is ComparisonForm.JSON:
        value = comparison_json(comparison, with_extractions=with_extractions)
        return dumps(_decided(value, decisions) if decisions else value, indent=None if on_one_line else 1)
    return _markdown(comparison, lang) if form is ComparisonForm.MD else _table(comparison, lang, columns)


def _decided(value: dict[str, Any], decisions: Decisions) -> dict[str, Any]:
    """Add to each finding what was decided about it."""
    for finding in value["findings"]:
        decision = decisions.on(value["local"]["id"], finding["id"])
        if decision:
            finding["decision"] = {"verdict": decision.verdict.value, "comment": decision.comment}
    return value


def _markdown(comparison: Comparison, lang: str) -> str:
    parts = [f"# {_title(comparison, lang)}", words_table(*_covered(comparison, lang))]
    rows = _rows(comparison, lang)
    parts.append(words_table(_headings(lang), rows) if rows else text("comparison.heading.nothing", lang))
    excused = _excused(comparison, lang)
    if excused:
        parts += [f"## {text('comparison.heading.not_applicable', lang)}", "\n".join(f"- {line}" for line in excused)]
    return "\n\n".join(parts) + "\n"


def _table(comparison: Comparison, lang: str, columns: int) -> str:
    headings, covered = _covered(comparison, lang)
    parts = [_title(comparison, lang), text_table(headings, covered, columns=columns)]
    rows = _rows(comparison, lang)
    found = text_table(_headings(lang), rows, columns=columns) if rows else text("comparison.heading.nothing", lang)
    parts.append(found)
    excused = _excused(comparison, lang)
    if excused:
        parts.append("\n".join([text("comparison.heading.not_applicable", lang), *excused]))
    return "\n\n".join(parts) + "\n"


def _title(comparison: Comparison, lang: str) -> str:
    names = {"template": plan_name(comparison.template), "local": plan_name(comparison.local)}
    return text("comparison.heading.title", lang, **names)


def _covered(comparison: Comparison, lang: str) -> tuple[list[str], list[list[str]]]:
    headings = [text(f"comparison.heading.{name}", lang) for name in ("kind", "coverage", "share")]
    rows = [
        [text(f"comparison.kinds.{name}", lang), f"{share.covered}/{share.total}", _percent(share.share)]
        for name, share in comparison.coverage.items()
    ]
    return headings, rows


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"


def _headings(lang: str) -> list[str]:
    return [text(f"comparison.heading.{name}", lang) for name in _HEADINGS]


def _rows(comparison: Comparison, lang: str) -> list[list[str]]:
    numbers = {side: _numbers(document) for side, document in _documents(comparison).items()}
    return [_row(finding, numbers, lang) for finding in comparison.findings]


def _documents(comparison: Comparison) -> Mapping[str, Document]:
    return {"template": comparison.template, "local": comparison.local}


def _numbers(document: Document) -> Mapping[str, str]:
    return {task.id: f"{task.id} ({task.path[-1]})" if task.path else task.id for task in document.tasks}


def _row(finding: Finding, numbers: Mapping[str, Mapping[str, str]], lang: str) -> list[str]:
    return [
        text(f"comparison.severities.{finding.severity.value}", lang),
        f"{finding.code} {text(f'comparison.types.{finding.type.value}', lang)}",
        _places(finding, numbers),
        finding.message[lang],
    ]


def _places(finding: Finding, numbers: Mapping[str, Mapping[str, str]]) -> str:
    above = ", ".join(numbers["template"][task] for task in finding.template_tasks)
    below = ", ".join(numbers["local"][task] for task in finding.local_tasks)
    return f"{above or '–'} → {below or '–'}"


def _excused(comparison: Comparison, lang: str) -> list[str]:
    titles = {task.id: task.title for task in comparison.template.tasks}
    return [
        f"{item.template_task} {titles[item.template_task]}: {item.reason[lang]}" for item in comparison.not_applicable
    ]
