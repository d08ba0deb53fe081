"""Cohen's kappa: how far two annotators agree on labels beyond what chance would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from policy_nlp.scoring.counts import DIGITS


@dataclass(frozen=True, slots=True)
class Kappa:
    """How many items both annotators labeled, how often they agreed, and kappa; None where only one label occurs."""

    items: int
    observed: float
    kappa: float | None

    def to_json(self) -> dict[str, float | None]:
        """Return the figures, rounded to four digits.

        >>> Kappa(4, 0.75, None).to_json()
        {'items': 4, 'observed': 0.75, 'kappa': None}
        """
        kappa = None if self.kappa is None else round(self.kappa, DIGITS)
        return {"items": self.items, "observed": round(self.observed, DIGITS), "kappa": kappa}


def cohen_kappa(labels: Sequence[tuple[Hashable, Hashable]]) -> Kappa | None:
    """Return the agreement on items that both annotators labeled (Cohen 1960); None where there are none.

    >>> cohen_kappa([("lead", "lead"), ("lead", "co"), ("co", "co"), ("co", "co")])
    Kappa(items=4, observed=0.75, kappa=0.5)
    """
    if not labels:
        return None
    items = len(labels)
    observed = sum(one == other for one, other in labels) / items
    ours, theirs = (Counter(side) for side in zip(*labels, strict=True))
    expected = sum(count * theirs[label] for label, count in ours.items()) / items**2
    return Kappa(items, observed, None if expected == 1 else (observed - expected) / (1 - expected))
