"""Tasks that only the template's own level can do: amend its law, run its system, steer the levels below."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.comparison.alignment import Alignment
from policy_nlp.comparison.entries import Entry
from policy_nlp.comparison.lexicon import only_above
from policy_nlp.comparison.records import NotApplicable
from policy_nlp.comparison.substance import FEWEST_TERMS, flat, is_title
from policy_nlp.messages import both

MOSTLY = 0.6
"""Where so much of a task can only be done above, the task as a whole is not the local plan's."""


def not_applicable(alignment: Alignment) -> Iterator[NotApplicable]:
    """Yield the tasks without a counterpart that no local plan could carry out, each with the reason."""
    for row, entry in enumerate(alignment.both.template.entries):
        reason = None if row in alignment.partners else _reason(entry)
        if reason:
            yield NotApplicable(entry.id, both(f"comparison.only_above.{reason}"))


def _reason(entry: Entry) -> str | None:
    """The clauses decide by their length; a run-in heading only where nothing else is said."""
    weights: dict[str | None, int] = {}
    for clause in entry.clauses:
        if len(clause.terms) >= FEWEST_TERMS and not is_title(entry, clause):
            reason = only_above(flat(clause.text), entry.language)
            weights[reason] = weights.get(reason, 0) + len(clause.terms)
    above = {reason: weight for reason, weight in weights.items() if reason}
    if not above or sum(above.values()) < MOSTLY * sum(weights.values()):
        return None
    return max(above, key=lambda reason: above[reason])
