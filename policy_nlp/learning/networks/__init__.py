"""What token and pair models have in common: recipes, tokenizers, checkpoints and how they are fitted."""

from policy_nlp.learning.networks.checkpoints import Start
from policy_nlp.learning.networks.recipes import Recipe, load_recipe

__all__ = ["Recipe", "Start", "load_recipe"]
