"""Text as a file in XML can carry it."""

from __future__ import annotations

import re

# XML 1.0 has no place for these; a lone surrogate cannot be written in any encoding.
_UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def encodable(content: str) -> str:
    """Return `content` with each character that XML cannot carry replaced by U+FFFD, so that nothing is lost unseen.

    >>> encodable("a\\x07b\\n")
    'a�b\\n'
    """
    return _UNSAYABLE.sub("\ufffd", content)
