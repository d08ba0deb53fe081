"""How much of a template the local plan covers: its tasks, leads, due times and targets."""

from __future__ import annotations

from collections.abc import Mapping

from policy_nlp.comparison.case import Case
from policy_nlp.comparison.facts import KEPT, Fact, Match
from policy_nlp.comparison.records import Finding, FindingType, Share
from policy_nlp.schema import Role

_LEADS = (FindingType.MISSING_LEAD, FindingType.DIFFERENT_LEAD)


def coverage(case: Case, findings: tuple[Finding, ...]) -> Mapping[str, Share]:
    """Return what is covered of each kind; tasks that only the template's level can do are not counted."""
    tasks = len(case.template.tasks) - len(case.not_applicable)
    excused = {item.template_task for item in case.not_applicable}
    leads = [unit for unit in case.template.units if unit.role is Role.LEAD and not excused.issuperset(unit.tasks)]
    astray = {finding.template.span for finding in findings if finding.type in _LEADS and finding.template}
    paired = {case.alignment.both.template.entries[row].id for row in case.alignment.partners}
    kept = sum(unit.span not in astray and bool(paired & set(unit.tasks)) for unit in leads)
    dues = sum(item.task is not None and item.task not in excused for item in case.template.deadlines)
    targets = sum(item.task is not None and item.task not in excused for item in case.template.targets)
    return {
        "tasks": Share(len(paired), tasks),
        "leads": Share(kept, len(leads)),
        "deadlines": Share(_kept(case.dues), dues),
        "targets": Share(_kept(case.targets), targets),
    }


def _kept(matches: tuple[Match[Fact], ...]) -> int:
    return sum(match.order in KEPT for match in matches)
