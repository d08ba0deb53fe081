"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from policy_nlp.checking import Finding, Report, Selection
from policy_nlp.messages import text
from policy_nlp.reporting.lines import Lines
from policy_nlp.schema import Document, Severity, Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note", Severity.INFO: "none"}


def sarif_log(reports: Sequence[Report], chosen: Selection) -> dict[str, Any]:
    """Return the findings about all documents as one SARIF log with one run.

    >>> from policy_nlp.checking import selection
    >>> sarif_log([], selection())["version"]
    '2.1.0'
    """
    results = [result for report in reports for result in _results(report)]
    artifacts = [_artifact(report.document) for report in reports]
    run = {
        "tool": {"driver": _driver(chosen)},
        # Offsets count characters of the decoded text, as everywhere in this program.
        "columnKind": "unicodeCodePoints",
        "artifacts": artifacts,
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _driver(chosen: Selection) -> dict[str, Any]:
    from policy_nlp.version import __version__

    rules = [
        {
            "id": check.code,
            "name": check.name,
            "shortDescription": {"text": text(f"check.about.{check.code}", "en")},
            "defaultConfiguration": {"level": _LEVELS[chosen.severity(check)]},
        }
        for check in chosen.checks
    ]
    return {"name": "policy_nlp", "version": __version__, "rules": rules}


def _artifact(document: Document) -> dict[str, Any]:
    hashes = {"hashes": {"sha-256": document.source.sha256}} if document.source.sha256 else {}
    return {"location": {"uri": _uri(document)}} | hashes


def _results(report: Report) -> list[dict[str, Any]]:
    lines = Lines(report.document.text)
    return [_result(report, finding, lines) for finding in report.findings]


def _result(report: Report, finding: Finding, lines: Lines) -> dict[str, Any]:
    related = [{"id": 1, **_location(report.document, lines, finding.related)}] if finding.related else []
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message['en']} / {finding.message['zh']}"},
        "locations": [_location(report.document, lines, finding.span)],
        "relatedLocations": related,
        "properties": {"tasks": list(finding.tasks), "severity": finding.severity.value},
    }


def _location(document: Document, lines: Lines, span: Span) -> dict[str, Any]:
    (line, column), (last_line, last_column) = map(lines.place, span)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": last_line,
        "endColumn": last_column,
        "charOffset": span[0],
        "charLength": span[1] - span[0],
        "snippet": {"text": document.text[slice(*span)]},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(document)}, "region": region}}


def _uri(document: Document) -> str:
    return quote(PurePath(document.source.path or document.id).as_posix(), errors="replace")
