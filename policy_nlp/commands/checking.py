"""Checking many plans: a bad file is told and passed over, the findings about the others stay."""

from __future__ import annotations

from collections.abc import Sequence

from policy_nlp.checking import Report, Selection, check_document
from policy_nlp.commands.inputs import Input
from policy_nlp.commands.session import Session
from policy_nlp.errors import PolicyNlpError
from policy_nlp.schema import Severity

_FOUND = 1
_BAD_INPUT = 2


def run_checks(
    session: Session,
    inputs: Sequence[Input],
    chosen: Selection,
    *,
    language: str | None = None,
    encoding: str | None = None,
) -> tuple[list[Report], int]:
    """Return the report on each plan that can be read, and the exit status."""
    from policy_nlp.pipeline import from_page

    reports: list[Report] = []
    failures: list[PolicyNlpError] = []
    for item in inputs:
        try:
            document = from_page(item.page(encoding), language=language, id=item.id)
            reports.append(check_document(document, chosen))
        except PolicyNlpError as error:
            session.error(error)
            failures.append(error)
    if failures and len(inputs) > 1:
        session.summary(len(inputs), failures)
    _tell(session, reports)
    return reports, _BAD_INPUT if failures else _FOUND if any(map(_matters, reports)) else 0


def _tell(session: Session, reports: Sequence[Report]) -> None:
    found = sum(len(report.findings) for report in reports)
    for report in reports:
        if not report.findings:
            session.detail(session.text("check.summary.clean", path=report.document.source.path))
    if found:
        session.note(session.text("check.summary.found", findings=found, documents=len(reports)))


def _matters(report: Report) -> bool:
    return any(finding.severity is not Severity.INFO for finding in report.findings)
