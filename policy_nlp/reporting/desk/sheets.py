"""The desk as sheets for the official file: scores, coverage matrix, gaps, tasks that most plans lack, basis."""

from __future__ import annotations

from policy_nlp.comparison.records import Place
from policy_nlp.desk import Cell as MatrixCell
from policy_nlp.desk import Desk, Entry, Status, matrix, missed_tasks, plan_scores
from policy_nlp.messages import text
from policy_nlp.messages.catalogue import LANGUAGES
from policy_nlp.reporting.desk.words import Basis, local_names, percent, task_name, tasks_by_id
from policy_nlp.reporting.sheets.record import Cell, Column, Sheet, column
from policy_nlp.schema import Severity

_GRAVE = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)
_GAPS = {
    "local_plan": 24,
    "severity": 10,
    "code": 8,
    "gap": 14,
    "template_task": 28,
    "local_task": 28,
    "message": 50,
    "template_words": 30,
    "local_words": 30,
    "decision": 10,
    "comment": 24,
}


def desk_sheets(desk: Desk, rests_on: Basis, lang: str) -> tuple[Sheet, ...]:
    """Return the sheets of the workbook about `desk`."""
    return (_scores(desk, lang), _matrix(desk, lang), _gaps(desk, lang), _missed(desk), _basis(rests_on, lang))


def _scores(desk: Desk, lang: str) -> Sheet:
    kinds = ("tasks", "leads", "deadlines", "targets")
    columns = [column("local_plan", 30), *(column(f"covered_{kind}", 16) for kind in kinds)]
    columns += [*(column(f"gaps_{severity.value}", 8) for severity in _GRAVE), column("rejected", 8)]
    names = local_names(desk)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            names[score.local.id],
            *(percent(score.coverage[kind]) for kind in kinds),
            *(score.gaps[severity] for severity in _GRAVE),
            score.rejected,
        )
        for score in plan_scores(desk)
    )
    return Sheet("scores", tuple(columns), rows, frozen=1)


def _matrix(desk: Desk, lang: str) -> Sheet:
    plans = local_names(desk).values()
    columns = (column("template_task", 40), *(Column(dict.fromkeys(LANGUAGES, name), 10) for name in plans))
    tasks = tasks_by_id(desk.template)
    rows = tuple(
        (task_name(tasks[task]), *(_status(cell, lang) for cell in cells)) for task, cells in matrix(desk).items()
    )
    return Sheet("coverage", columns, rows, frozen=1)


def _status(cell: MatrixCell, lang: str) -> str:
    """The status, and the worst gap that stands where the task itself is there."""
    status = text(f"desk.status.{cell.status.value}", lang)
    if cell.worst is None or cell.status is Status.MISSING:
        return status
    return f"{status} · {text(f'comparison.severities.{cell.worst.value}', lang)}"


def _gaps(desk: Desk, lang: str) -> Sheet:
    names = local_names(desk)
    rows = tuple(_gap(desk, entry, names[entry.local.id], lang) for entry in desk.entries)
    return Sheet("gaps", tuple(column(name, width) for name, width in _GAPS.items()), rows, frozen=1)


def _gap(desk: Desk, entry: Entry, local: str, lang: str) -> tuple[Cell, ...]:
    finding, decision = entry.finding, entry.decision
    above, below = tasks_by_id(desk.template), tasks_by_id(entry.local)
    return (
        local,
        text(f"comparison.severities.{finding.severity.value}", lang),
        finding.code,
        text(f"comparison.types.{finding.type.value}", lang),
        tuple(task_name(above[task]) for task in finding.template_tasks),
        tuple(task_name(below[task]) for task in finding.local_tasks),
        finding.message[lang],
        _words(finding.template),
        _words(finding.local),
        text(f"desk.verdict.{decision.verdict.value}", lang) if decision else "",
        decision.comment if decision else "",
    )


def _words(place: Place | None) -> str:
    return place.quote if place else ""


def _missed(desk: Desk) -> Sheet:
    columns = (
        column("template_task", 40),
        column("missing_in", 10),
        column("partial_in", 10),
        column("which_plans", 60),
    )
    names = local_names(desk)
    rows = tuple(
        (
            task_name(one.task),
            len(one.missing),
            len(one.partial),
            tuple(names[plan] for plan in (*one.missing, *one.partial)),
        )
        for one in missed_tasks(desk)
    )
    return Sheet("missed", columns, rows, frozen=1)


def _basis(rests_on: Basis, lang: str) -> Sheet:
    columns = (column("item", 14), column("file", 50), column("sha256", 66), column("changed", 12))
    files = [("template", rests_on.template), *(("local", one) for one in rests_on.locals)]
    rows: list[tuple[Cell, ...]] = [
        (text(f"desk.basis.{kind}", lang), one.path, one.sha256, one.changed) for kind, one in files
    ]
    said = {"version": rests_on.version, "configuration": rests_on.configuration, "decisions": rests_on.decisions}
    rows += [
        (text(f"desk.basis.{name}", lang), value or text("desk.basis.none", lang), "", "")
        for name, value in said.items()
    ]
    return Sheet("basis", columns, tuple(rows))
