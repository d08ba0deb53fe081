"""What people decided about findings: accepted or rejected, with a comment, in a file that belongs to its plans."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError
from policy_nlp.schema import SCHEMA_VERSION, Document


class Verdict(StrEnum):
    """What a person says of a finding."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict on one finding of one local plan."""

    local: str
    finding: str
    verdict: Verdict
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions about one template and its local plans, and the file that they come from."""

    by_finding: Mapping[tuple[str, str], Decision] = field(default_factory=dict)
    basis: str | None = None

    def on(self, local: str, finding: str) -> Decision | None:
        """Return the decision about `finding` of the plan `local`; None where there is none."""
        return self.by_finding.get((local, finding))


def load_decisions(path: Path, template: Document, locals_: Iterable[Document]) -> Decisions:
    """Return the decisions in the file at `path`.

    Raises InputError, naming file and place, where it is no such file or belongs to other documents.
    """
    content = _content(path)
    checksums = {document.id: document.source.sha256 for document in locals_}
    _belongs(path, "template", content.get("template"), {template.id: template.source.sha256})
    for place in content.get("locals", []):
        _belongs(path, "locals", place, checksums)
    decisions = [_decision(path, index, entry) for index, entry in enumerate(content["decisions"])]
    for index, decision in enumerate(decisions):
        if decision.local not in checksums:
            raise InputError("decision_elsewhere", path=str(path), place=f"decisions[{index}]", id=decision.local)
    return Decisions({(one.local, one.finding): one for one in decisions}, str(path))


def decisions_json(template: Document, locals_: Iterable[Document], decisions: Iterable[Decision]) -> dict[str, Any]:
    """Return decisions as they are saved: with the checksums of the plans that they belong to."""
    return {
        "schema_version": SCHEMA_VERSION,
        "template": _side(template),
        "locals": [_side(document) for document in locals_],
        "decisions": [
            {"local": one.local, "finding": one.finding, "verdict": one.verdict.value, "comment": one.comment}
            for one in decisions
        ],
    }


def _side(document: Document) -> dict[str, Any]:
    return {"id": document.id, "sha256": document.source.sha256}


def _content(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise InputError("no_such_file", path=str(path)) from error
    except (OSError, ValueError) as error:
        raise InputError("decisions_broken", path=str(path), cause=error) from error
    if not isinstance(content, dict) or not isinstance(content.get("decisions"), list):
        raise InputError("decisions_broken", path=str(path), cause="decisions")
    return content


def _belongs(path: Path, place: str, said: object, checksums: Mapping[str, str | None]) -> None:
    known = said if isinstance(said, dict) else {}
    name = str(known.get("id"))
    if name not in checksums or known.get("sha256") != checksums[name]:
        raise InputError("decision_elsewhere", path=str(path), place=place, id=name)


def _decision(path: Path, index: int, entry: object) -> Decision:
    try:
        if not isinstance(entry, dict):
            raise TypeError
        comment = str(entry.get("comment") or "")
        return Decision(str(entry["local"]), str(entry["finding"]), Verdict(entry["verdict"]), comment)
    except (KeyError, TypeError, ValueError) as error:
        verdicts = ", ".join(Verdict)
        raise InputError("decision_entry", path=str(path), place=f"decisions[{index}]", verdicts=verdicts) from error
