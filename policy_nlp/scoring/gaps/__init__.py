"""Comparisons of plans against gold gaps: which findings are right, which are missing, which are false alarms."""

from policy_nlp.scoring.gaps.evaluation import ComparedCases, gap_differences, gap_scores, read_compared
from policy_nlp.scoring.gaps.mistakes import GapCause, GapMistake, gap_mistakes
from policy_nlp.scoring.gaps.tally import GAP_LAYERS, gap_tally

__all__ = [
    "GAP_LAYERS",
    "ComparedCases",
    "GapCause",
    "GapMistake",
    "gap_differences",
    "gap_mistakes",
    "gap_scores",
    "gap_tally",
    "read_compared",
]
