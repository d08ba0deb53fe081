"""Mistakes in numbers: how many of each kind have each chief cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from policy_nlp.scoring.mistakes.records import Cause, Kind, Mistake


def by_cause(found: Iterable[Mistake]) -> dict[str, dict[str, int]]:
    """Return for each kind how many mistakes have each chief cause; what does not occur is left out.

    >>> from policy_nlp.scoring.mistakes.records import Claim
    >>> by_cause([Mistake("a", (Cause.MISSED,), Claim(Kind.TASK, (0, 4)), None)])
    {'task': {'missed': 1}}
    """
    counts = Counter((mistake.kind, mistake.cause) for mistake in found)
    rows = {kind.value: {cause.value: counts[kind, cause] for cause in Cause if counts[kind, cause]} for kind in Kind}
    return {kind: row for kind, row in rows.items() if row}
