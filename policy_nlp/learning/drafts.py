"""A new folder that is there complete or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from policy_nlp.errors import InputError
from policy_nlp.safe_files import make_folder


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Yield an empty folder beside `path` that takes its place in the end, or vanishes where something goes wrong.

    Raises InputError where `path` holds something already or cannot be written.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise InputError("model_folder_taken", path=str(path))
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    make_folder(draft)
    try:
        yield draft
        draft.replace(path)
    except OSError as error:
        raise InputError("unwritable", path=str(path), cause=error.strerror or error) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
