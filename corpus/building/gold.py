"""Gold files: the guideline's own fields and what the source adds, one record a line so that changes can be read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from policy_nlp.interchange import to_json
from policy_nlp.schema import Document

KINDS = ("plans", "sections", "tasks", "units", "deadlines", "targets")
_OPTIONAL = {
    "plans": {"issuer", "region", "period", "language"},
    "sections": set[str](),
    "tasks": {"title", "path"},
    "units": {"name", "name_other", "kind", "level", "class", "rule", "inherited_from"},
    "deadlines": {"anchor", "reason", "rule", "inherited_from"},
    "targets": {"baseline", "rule", "inherited_from"},
}
NOTE = "invented for the policy_nlp corpus"


def gold_json(document: Document) -> dict[str, Any]:
    """Return `document` as a gold object, without fields that only extractions fill."""
    whole = to_json(document)
    head = {"id": document.id, "language": document.language, "source": document.source.note or NOTE}
    return head | {kind: [_record(record, kind) for record in whole[kind]] for kind in KINDS}


def gold_text(gold: Mapping[str, Any]) -> str:
    """Return a gold object as JSON with one record a line.

    >>> print(gold_text({"id": "a", "tasks": [{"id": "t1"}, {"id": "t2"}], "units": []}), end="")
    {
     "id": "a",
     "tasks": [
      {"id": "t1"},
      {"id": "t2"}
     ],
     "units": []
    }
    """
    return "{\n" + ",\n".join(f" {_line(key)}: {_listed(value)}" for key, value in gold.items()) + "\n}\n"


def _record(record: Mapping[str, Any], kind: str) -> dict[str, Any]:
    derived = "quote" if kind == "tasks" else None
    return {key: value for key, value in record.items() if key != derived and (value or key not in _OPTIONAL[kind])}


def _listed(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return _line(value)
    return "[\n" + ",\n".join(f"  {_line(one)}" for one in value) + "\n ]"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
