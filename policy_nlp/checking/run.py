"""Running the chosen checks over one document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policy_nlp.checking.records import Draft, Finding, Report
from policy_nlp.checking.registry import Check
from policy_nlp.checking.selection import Selection, selection
from policy_nlp.messages import both
from policy_nlp.schema import Document


def check_document(document: Document, chosen: Selection | None = None) -> Report:
    """Return all findings of the `chosen` checks (all of them, unless given) about `document`, in the text's order.

    >>> check_document(Document("a", "en", "Plan")).findings
    ()
    """
    picked = chosen or selection()
    found = [finding for check in picked.checks for finding in _findings(document, check, picked)]
    return Report(document, tuple(sorted(found, key=lambda finding: (finding.span, finding.code))))


def _findings(document: Document, check: Check, chosen: Selection) -> Iterator[Finding]:
    for draft in check.run(document):
        yield Finding(
            code=check.code,
            name=check.name,
            severity=chosen.severity(check),
            message=_message(check, draft),
            span=draft.span,
            quote=document.text[slice(*draft.span)],
            tasks=draft.tasks,
            related=draft.related,
        )


def _message(check: Check, draft: Draft) -> Mapping[str, str]:
    """The check's own message; a diagnostic that extraction has told keeps its own."""
    told = draft.fields.get("note")
    return told if isinstance(told, Mapping) else both(f"check.{check.code}", **draft.fields)
