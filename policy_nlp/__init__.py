"""Government plans in Chinese and English as structured tasks: who leads, who shares, by when, how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policy_nlp.version import __version__

if TYPE_CHECKING:
    from policy_nlp.frames.frame import to_frame
    from policy_nlp.learning.hybrid.loading import extract
    from policy_nlp.pipeline import parse, read
    from policy_nlp.schema import Document

__all__ = ["Document", "__version__", "extract", "parse", "read", "to_frame"]

_HOMES = {
    "Document": "policy_nlp.schema",
    "extract": "policy_nlp.learning.hybrid.loading",
    "parse": "policy_nlp.pipeline",
    "read": "policy_nlp.pipeline",
    "to_frame": "policy_nlp.frames.frame",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for when it is asked for, so that the command line starts at once."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'policy_nlp' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
