"""Tasks that only the template's own level can do: amend its law, run its system, steer the levels below."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.comparison.alignment import Alignment
from policy_nlp.comparison.records import NotApplicable
from policy_nlp.comparison.substance import beyond_local
from policy_nlp.messages import both


def not_applicable(alignment: Alignment) -> Iterator[NotApplicable]:
    """Yield the tasks without a counterpart that no local plan could carry out, each with the reason."""
    for row, entry in enumerate(alignment.both.template.entries):
        reason = None if row in alignment.partners else beyond_local(entry)
        if reason:
            yield NotApplicable(entry.id, both(f"comparison.only_above.{reason}"))
