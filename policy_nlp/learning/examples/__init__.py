"""Examples to learn from: gold documents, how they are split, and what stands in each of their blocks."""

from policy_nlp.learning.examples.blocks import Block, blocks_of, spans_of_blocks
from policy_nlp.learning.examples.corpus import Corpus, read_corpus
from policy_nlp.learning.examples.folds import Fold, folds
from policy_nlp.learning.examples.spans import gold_spans

__all__ = ["Block", "Corpus", "Fold", "blocks_of", "folds", "gold_spans", "read_corpus", "spans_of_blocks"]
