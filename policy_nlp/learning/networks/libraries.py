"""The libraries of networks, loaded where they are needed and silent about their own affairs."""

from __future__ import annotations

from typing import Any

from policy_nlp.conversion.extras import library

EXTRA = "transformers"


def torch(path: object) -> Any:
    """Return the module torch; raises InputError naming the extra to install where it is missing, for `path`."""
    return library("torch", extra=EXTRA, path=path)


def transformers(path: object) -> Any:
    """Return the module transformers, which then reports errors only; raises InputError as `torch` does."""
    torch(path)
    module = library("transformers", extra=EXTRA, path=path)
    module.utils.logging.set_verbosity_error()
    module.utils.logging.disable_progress_bar()
    return module


def datasets(path: object) -> Any:
    """Return the module datasets, which then shows no bars of its own; raises InputError as `torch` does."""
    module = library("datasets", extra=EXTRA, path=path)
    module.disable_progress_bars()
    return module
