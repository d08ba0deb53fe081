"""Government plans in Chinese and English as structured tasks: who leads, who shares, by when, how much."""

from policy_nlp.pipeline import parse, read
from policy_nlp.schema import Document

__version__ = "0.1.0"
__all__ = ["Document", "__version__", "parse", "read"]
