"""Comparison: what a local plan carries out of its template, what it lacks, and what it adds."""

from policy_nlp.comparison.compare import compare
from policy_nlp.comparison.encode import comparison_json
from policy_nlp.comparison.records import Comparison, Finding, FindingType, Pair, Relation
from policy_nlp.comparison.settings import Settings, load_settings

__all__ = [
    "Comparison",
    "Finding",
    "FindingType",
    "Pair",
    "Relation",
    "Settings",
    "compare",
    "comparison_json",
    "load_settings",
]
