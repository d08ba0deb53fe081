"""Learned models beside the rules: training, loading, and one pipeline of both."""

from policy_nlp.learning.predictions import Layer, PredictedSpan, Predictor

__all__ = ["Layer", "PredictedSpan", "Predictor"]
