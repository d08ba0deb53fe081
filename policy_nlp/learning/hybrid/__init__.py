"""Rules and a model in one pipeline: what is kept of each, layer by layer, and where every annotation came from."""

from policy_nlp.learning.hybrid.choosing import Choice, choose
from policy_nlp.learning.hybrid.combining import Hybrid
from policy_nlp.learning.hybrid.loading import extract, hybrid_at, run_with
from policy_nlp.learning.hybrid.policies import LayerPolicy, Policies, Policy, policies_toml

__all__ = [
    "Choice",
    "Hybrid",
    "LayerPolicy",
    "Policies",
    "Policy",
    "choose",
    "extract",
    "hybrid_at",
    "policies_toml",
    "run_with",
]
