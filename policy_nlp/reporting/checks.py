"""Findings about plans on their own, as lines for a terminal or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from policy_nlp.checking import Finding, Report, Selection
from policy_nlp.interchange import dumps
from policy_nlp.messages import text
from policy_nlp.reporting.check_forms import CheckForm
from policy_nlp.reporting.lines import Lines
from policy_nlp.reporting.sarif import sarif_log
from policy_nlp.reporting.width import printable
from policy_nlp.schema import SCHEMA_VERSION


def checks_text(reports: Sequence[Report], chosen: Selection, form: CheckForm, lang: str) -> str:
    """Return the findings about all documents in one of the formats.

    >>> from policy_nlp.checking import selection
    >>> checks_text([], selection(), CheckForm.TEXT, "en")
    ''
    """
    if form is CheckForm.SARIF:
        return dumps(sarif_log(reports, chosen))
    return dumps(checks_json(reports, chosen)) if form is CheckForm.JSON else _lines(reports, lang)


def checks_json(reports: Sequence[Report], chosen: Selection) -> dict[str, Any]:
    """Return the findings in the published format, with what they rest on."""
    from policy_nlp.version import __version__

    return {
        "schema_version": SCHEMA_VERSION,
        "version": __version__,
        "configuration": chosen.basis,
        "checks": [check.code for check in chosen.checks],
        "documents": [_document(report) for report in reports],
    }


def _document(report: Report) -> dict[str, Any]:
    source = report.document.source
    basis = {"path": source.path, "media_type": source.media_type, "sha256": source.sha256}
    lines = Lines(report.document.text)
    findings = [_finding(report, finding, lines) for finding in report.findings]
    return {"id": report.document.id, "language": report.document.language, "source": basis, "findings": findings}


def _finding(report: Report, finding: Finding, lines: Lines) -> dict[str, Any]:
    related = finding.related
    line, column = lines.place(finding.span[0])
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": dict(finding.message),
        "span": list(finding.span),
        "quote": finding.quote,
        "line": line,
        "column": column,
        "tasks": list(finding.tasks),
        "related": {"span": list(related), "quote": report.document.text[slice(*related)]} if related else None,
    }


def _lines(reports: Sequence[Report], lang: str) -> str:
    return "".join(line for report in reports for line in _lines_of(report, lang))


def _lines_of(report: Report, lang: str) -> list[str]:
    lines = Lines(report.document.text)
    return [_line(report, finding, *lines.place(finding.span[0]), lang) for finding in report.findings]


def _line(report: Report, finding: Finding, line: int, column: int, lang: str) -> str:
    """`plan.txt:12:3: C201 [low] …`, as editors and continuous integration read it."""
    severity = text(f"comparison.severities.{finding.severity.value}", lang)
    path = report.document.source.path or report.document.id
    return f"{printable(path)}:{line}:{column}: {finding.code} [{severity}] {printable(finding.message[lang])}\n"
