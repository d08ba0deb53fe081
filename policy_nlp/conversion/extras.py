"""Libraries that only some formats need, and that come with an extra of the package."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from policy_nlp.errors import InputError


def library(name: str, *, extra: str, path: object) -> Any:
    """Return the module `name`; raises InputError that names the extra to install where it is missing."""
    try:
        return import_module(name)
    except ImportError as error:
        raise InputError("extra_missing", path=str(path), library=name.split(".")[0], extra=extra) from error
