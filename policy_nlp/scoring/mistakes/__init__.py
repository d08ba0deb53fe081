"""Mistakes: each miss and false alarm of a prediction with its cause."""

from policy_nlp.scoring.mistakes.find import all_mistakes, mistakes
from policy_nlp.scoring.mistakes.records import Cause, Claim, Kind, Mistake

__all__ = ["Cause", "Claim", "Kind", "Mistake", "all_mistakes", "mistakes"]
