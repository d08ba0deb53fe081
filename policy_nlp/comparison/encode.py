"""A comparison as JSON, in the published format."""

from __future__ import annotations

from typing import Any

from policy_nlp.comparison.identity import finding_id
from policy_nlp.comparison.records import Comparison, Finding, Pair, Place
from policy_nlp.interchange import to_json
from policy_nlp.schema import SCHEMA_VERSION, Document


def comparison_json(comparison: Comparison, *, with_extractions: bool = False) -> dict[str, Any]:
    """Return `comparison` as a JSON object with keys in a fixed order; `with_extractions` embeds both documents."""
    return {
        "schema_version": SCHEMA_VERSION,
        "template": _side(comparison.template, with_extractions),
        "local": _side(comparison.local, with_extractions),
        "pairs": [_pair(pair) for pair in comparison.pairs],
        "not_applicable": [
            {"template_task": item.template_task, "reason": dict(item.reason)} for item in comparison.not_applicable
        ],
        "findings": [_finding(finding) for finding in comparison.findings],
        "coverage": {
            name: {"covered": share.covered, "total": share.total, "share": share.share}
            for name, share in comparison.coverage.items()
        },
        "diagnostics": [
            {"code": note.code, "severity": note.severity.value, "message": note.message}
            for note in comparison.diagnostics
        ],
    }


def _side(document: Document, with_extractions: bool) -> dict[str, Any]:
    return {"id": document.id} | ({"extraction": to_json(document)} if with_extractions else {})


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "template_task": pair.template_task,
        "local_tasks": list(pair.local_tasks),
        "similarity": pair.similarity,
        "relation": pair.relation.value,
        "evidence": dict(pair.evidence),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding_id(finding),
        "code": finding.code,
        "type": finding.type.value,
        "severity": finding.severity.value,
        "template_tasks": list(finding.template_tasks),
        "local_tasks": list(finding.local_tasks),
        "template": _place(finding.template),
        "local": _place(finding.local),
        "message": dict(finding.message),
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    return {"quote": place.quote, "span": list(place.span), "value": place.value} if place else None
