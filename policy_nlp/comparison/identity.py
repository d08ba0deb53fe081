"""A name for a finding that stays while the two plans stay: what a decision about it is kept under."""

from __future__ import annotations

from hashlib import sha256

from policy_nlp.comparison.records import Finding, Place

_LENGTH = 12


def finding_id(finding: Finding) -> str:
    """Return twelve hexadecimal digits made of the code, the tasks and the places of `finding`."""
    said = (finding.code, finding.template_tasks, finding.local_tasks, _at(finding.template), _at(finding.local))
    return sha256(repr(said).encode("utf-8", "replace")).hexdigest()[:_LENGTH]


def _at(place: Place | None) -> tuple[int, int] | None:
    return place.span if place else None
