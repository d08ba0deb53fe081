"""Reading files: from bytes to text with blocks. A further format is a further reader, and nothing else changes."""

from policy_nlp.reading.dispatch import SUPPORTED, read_bytes, read_page
from policy_nlp.reading.markdown import markdown_blocks
from policy_nlp.reading.page import Block, BlockKind, Content, Page
from policy_nlp.reading.places import files_below, is_archive, split_member
from policy_nlp.reading.plain import plain_blocks

__all__ = [
    "SUPPORTED",
    "Block",
    "BlockKind",
    "Content",
    "Page",
    "files_below",
    "is_archive",
    "markdown_blocks",
    "plain_blocks",
    "read_bytes",
    "read_page",
    "split_member",
]
