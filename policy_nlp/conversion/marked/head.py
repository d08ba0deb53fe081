"""What of a document stands in the header of its marked-up text: everything that no place in the text can show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from policy_nlp.conversion.marked.order import orders
from policy_nlp.errors import InputError
from policy_nlp.schema import Diagnostic, Document, Review, Severity, Source

FIELDS = frozenset({"id", "language", "source", "review", "diagnostics", "order"})
_PLACE = "line 1"


def head(header: Mapping[str, Any], *, path: str) -> dict[str, Any]:
    """Return the fields of a document that its header states; raises InputError where one is missing or impossible."""
    for name in ("id", "language"):
        if not isinstance(header.get(name), str):
            raise InputError("markup_header_lacks", path=path, place=_PLACE, name=name)
    try:
        return {
            "id": header["id"],
            "language": header["language"],
            "source": _source(header.get("source")),
            "review": Review(**header["review"]) if "review" in header else None,
            "diagnostics": tuple(_diagnostic(**said) for said in header.get("diagnostics", ())),
        }
    except (TypeError, ValueError) as error:
        raise InputError("markup_header_broken", path=path, place=_PLACE, cause=error) from error


def head_of(document: Document) -> dict[str, Any]:
    """Return the header of a document, None where it has nothing to say."""
    review = document.review
    return {
        "id": document.id,
        "language": document.language,
        "source": _source_said(document.source),
        "review": _said(review, "annotator at tool") if review is not None else None,
        "diagnostics": [_said(one, "code severity message span") for one in document.diagnostics] or None,
        "order": orders(document),
    }


def _source(value: Any) -> Source:
    return Source(**value) if isinstance(value, Mapping) else Source(note=value)


def _source_said(source: Source) -> Any:
    said = _said(source, "path media_type sha256 note")
    return source.note if said.keys() <= {"note"} else said


def _diagnostic(code: str, severity: str, message: dict[str, str], span: list[int] | None = None) -> Diagnostic:
    return Diagnostic(code, Severity(severity), message, None if span is None else (span[0], span[1]))


def _said(record: object, names: str) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in names.split()}
    return {name: value for name, value in values.items() if value is not None}
