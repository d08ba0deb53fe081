"""Reading files: from bytes to text with blocks. A further format is a further reader, and nothing else changes."""

from policy_nlp.reading.page import Block, BlockKind, Page
from policy_nlp.reading.plain import plain_blocks

__all__ = ["Block", "BlockKind", "Page", "plain_blocks"]
