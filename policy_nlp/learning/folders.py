"""A model folder is data: whatever in it could run code is refused before any library opens it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from policy_nlp.errors import InputError

_PICKLES = frozenset({".pkl", ".pickle", ".bin", ".pt", ".pth", ".ckpt", ".joblib", ".h5", ".dill"})
_CODE = frozenset({".py", ".pyc", ".so", ".pyd", ".dll", ".dylib"})
_OWN_TABLES = frozenset({"lookups.bin"})
"""What spaCy calls its tables, which are msgpack."""
_PICKLE_PROTOCOLS = frozenset({2, 3, 4, 5})
_ASKS_FOR_CODE = frozenset({"auto_map", "custom_pipelines"})


def check_folder(folder: Path) -> None:
    """Return where nothing in `folder` could run code.

    Raises InputError naming the folder, the file and the reason: a pickle (by its name or by how it begins), a program,
    or a configuration that asks for code of its own. What a link to a file leads to counts.
    """
    if not folder.exists():
        raise InputError("no_such_file", path=str(folder))
    if not folder.is_dir():
        raise InputError("model_not_a_folder", path=str(folder))
    for file in _files(folder):
        _check_file(folder, file)


def need_safetensors(folder: Path) -> None:
    """Return where the weights in `folder` are safetensors; raises InputError where there are none."""
    if not any(folder.glob("*.safetensors")):
        raise InputError("model_no_weights", path=str(folder))


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _check_file(folder: Path, file: Path) -> None:
    name = str(file.relative_to(folder))
    if file.suffix.lower() in _CODE:
        raise InputError("model_code", path=str(folder), file=name)
    if _is_pickle(file):
        raise InputError("model_pickle", path=str(folder), file=name)
    if file.suffix.lower() == ".json" and _asks_for_code(_json(folder, file)):
        raise InputError("model_remote_code", path=str(folder), file=name)


def _is_pickle(file: Path) -> bool:
    """Whether a file is named like a pickle or begins like one, or like the archives that torch pickles into."""
    if file.suffix.lower() in _PICKLES and file.name not in _OWN_TABLES:
        return True
    with file.open("rb") as opened:
        head = opened.read(4)
    return head == b"PK\x03\x04" or (len(head) > 1 and head[0] == 0x80 and head[1] in _PICKLE_PROTOCOLS)


def _json(folder: Path, file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        cause = f"{file.relative_to(folder)}: {error}"
        raise InputError("model_unloadable", path=str(folder), cause=cause) from error


def _names_code(table: dict[str, Any]) -> bool:
    """A vocabulary may hold such a word with its number; a setting has names in it."""
    asked = any(isinstance(table.get(name), dict | list | str) for name in _ASKS_FOR_CODE)
    return asked or table.get("trust_remote_code") is True


def _asks_for_code(value: Any) -> bool:
    """Whether a configuration names code to load, on its top level or in a part of it."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if _names_code(item):
                return True
            waiting += [part for part in item.values() if isinstance(part, dict | list)]
        elif isinstance(item, list):
            waiting += [part for part in item if isinstance(part, dict | list)]
    return False
