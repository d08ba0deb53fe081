"""Scoring: how far one document agrees with another, and a set of documents with its gold."""

from policy_nlp.scoring.counts import Counts, Figures
from policy_nlp.scoring.evaluation import evaluate
from policy_nlp.scoring.score import LAYERS, score, tally

__all__ = ["LAYERS", "Counts", "Figures", "evaluate", "score", "tally"]
