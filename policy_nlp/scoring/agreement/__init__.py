"""Agreement between annotators: F1 of each layer, kappa for labels, gamma for where things begin and end."""

from policy_nlp.scoring.agreement.agreement import agreement

__all__ = ["agreement"]
