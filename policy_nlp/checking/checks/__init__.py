"""The checks, a module for each of the questions: who, when, numbering, contradictions, the plan as a whole."""

from policy_nlp.checking.checks import bodies, contradictions, deadlines, numbering, plans

__all__ = ["bodies", "contradictions", "deadlines", "numbering", "plans"]
