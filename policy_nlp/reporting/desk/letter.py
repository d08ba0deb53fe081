"""The letter to those who made a local plan: what it lacks, in a table, the gravest first."""

from __future__ import annotations

from collections.abc import Sequence

from policy_nlp.desk import Desk, Entry
from policy_nlp.messages import text
from policy_nlp.reporting.desk.words import Basis, percent, plan_name, task_name, tasks_by_id
from policy_nlp.reporting.word_file import WordFile
from policy_nlp.schema import Document, Severity

_WIDTHS = (1.2, 2.2, 5.0, 7.6)
"""Centimeters of number, severity, task, gap on an upright A4 page."""


def gap_letter(desk: Desk, local: Document, rests_on: Basis, lang: str) -> bytes:
    """Return the bytes of a .docx file: the letter about the plan `local` of `desk`."""
    word = WordFile(upright=True)
    names = {"template": plan_name(desk.template), "local": plan_name(local)}
    word.heading(text("letter.title", lang, **names))
    standing = [entry for entry in desk.of(local) if entry.counts]
    word.paragraph(text("letter.opening" if standing else "letter.complete", lang, count=len(standing), **names))
    word.paragraph(text("letter.coverage", lang, **_coverage(desk, local)))
    if standing:
        _table(word, desk, standing, lang)
    added = [entry for entry in desk.of(local) if entry.finding.severity is Severity.INFO]
    if added:
        word.paragraph(text("letter.added", lang, count=len(added)))
    word.paragraph(text("letter.basis", lang, sha256=local.source.sha256 or "–", version=rests_on.version))
    return word.content()


def _coverage(desk: Desk, local: Document) -> dict[str, str]:
    shares = next(one.coverage for one in desk.comparisons if one.local.id == local.id)
    return {kind: percent(share) for kind, share in shares.items()}


def _table(word: WordFile, desk: Desk, standing: Sequence[Entry], lang: str) -> None:
    headings = [text(f"columns.{name}", lang) for name in ("number", "severity", "template_task", "message")]
    above = tasks_by_id(desk.template)
    rows = [
        [
            str(number),
            text(f"comparison.severities.{entry.finding.severity.value}", lang),
            "\n".join(task_name(above[task]) for task in entry.finding.template_tasks),
            entry.finding.message[lang],
        ]
        for number, entry in enumerate(standing, start=1)
    ]
    word.table(headings, rows, _WIDTHS)
