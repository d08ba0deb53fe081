"""Pairs of tasks, the template's and a local one: whether the second carries out the first, in whole or in part."""

from policy_nlp.learning.pairs.judging import PairModel, load_pairs, settings_with_models
from policy_nlp.learning.pairs.training import train_pairs

__all__ = ["PairModel", "load_pairs", "settings_with_models", "train_pairs"]
