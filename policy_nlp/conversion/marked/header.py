"""The header of a marked-up document: TOML between two lines of `+++`, before the text."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from policy_nlp.errors import InputError

FENCE = "+++"
_HEADER = re.compile(r"\+\+\+\r?\n(?P<toml>.*?)^\+\+\+(?:\r\n|\n|\Z)", re.DOTALL | re.MULTILINE)


def split_header(marked: str, *, path: str = "") -> tuple[dict[str, Any], str, int]:
    """Return the header, the marked-up text after it, and the number of the line on which that text begins.

    Raises InputError where there is no header or where it is no TOML.

    >>> split_header('+++\\nid = "a"\\n+++\\n由<lead>县教育局</lead>牵头。')
    ({'id': 'a'}, '由<lead>县教育局</lead>牵头。', 4)
    """
    found = _HEADER.match(marked)
    if not found:
        raise InputError("markup_header_missing", path=path, place="line 1")
    try:
        header = tomllib.loads(found["toml"])
    except tomllib.TOMLDecodeError as error:
        raise InputError("markup_header_broken", path=path, place="line 1", cause=error) from error
    return header, marked[found.end() :], 1 + marked.count("\n", 0, found.end())


def write_header(header: Mapping[str, Any]) -> str:
    """Return a header of words, numbers, lists and tables of them, None left out.

    >>> print(write_header({"id": "a", "layout": ["table"], "pair": None}), end="")
    +++
    id = "a"
    layout = ["table"]
    +++
    """
    return "\n".join([FENCE, *_lines(header), FENCE, ""])


def _lines(header: Mapping[str, Any]) -> Iterator[str]:
    for key, value in header.items():
        if value is not None:
            yield f"{key} = {_toml(value)}"


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(_lines(value)) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
