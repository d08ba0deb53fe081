"""Token classification over any checkpoint: every layer has its own tags, long plans are read in windows."""

from policy_nlp.learning.tokens.predictor import TokenPredictor, load_tokens
from policy_nlp.learning.tokens.training import train_tokens

__all__ = ["TokenPredictor", "load_tokens", "train_tokens"]
