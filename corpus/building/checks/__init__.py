"""The checks of the guideline: each takes a document and yields what does not hold."""

from corpus.building.checks.registry import faults

__all__ = ["faults"]
