"""Marked-up text: a document whose annotations stand in the text itself, to be written and reviewed by people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from policy_nlp.conversion.marked.forms import TAGS
from policy_nlp.conversion.marked.head import FIELDS, head, head_of
from policy_nlp.conversion.marked.header import split_header, write_header
from policy_nlp.conversion.marked.order import KINDS, order_of, ordered
from policy_nlp.conversion.marked.records import Record, records
from policy_nlp.conversion.marked.tags import scan
from policy_nlp.conversion.marked.writing import tagged
from policy_nlp.errors import InputError
from policy_nlp.schema import Deadline, Document, Plan, Section, Span, Target, Task, Unit

SUFFIX = ".marked"
_TYPES = dict(zip(KINDS, (Plan, Section, Task, Unit, Deadline, Target), strict=True))


@dataclass(frozen=True, slots=True)
class Marked:
    """A document with what its header says beside what a document is, and the lines on which its tags open."""

    document: Document
    header: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[Span, int] = field(default_factory=dict, compare=False)


def read_marked(marked: str, *, path: str = "") -> Marked:
    """Return the document that a marked-up text with its header describes.

    Raises InputError with the line where the header is broken or a tag says something impossible.

    >>> marked = read_marked('+++\\nid = "a"\\nlanguage = "zh"\\n+++\\n<task>由<lead>县教育局</lead>牵头。</task>')
    >>> marked.document.text, marked.document.units[0].span, marked.document.units[0].tasks
    ('由县教育局牵头。', (1, 5), ('t1',))
    """
    header, body, line = split_header(marked, path=path)
    text, elements = scan(body, tags=TAGS, path=path, first_line=line)
    found = tuple(records(text, elements, path=path))
    document = Document(text=text, **head(header, path=path), **_lists(found, header, path))
    said = {key: value for key, value in header.items() if key not in FIELDS}
    return Marked(document, said, {element.span: element.line for element in elements})


def write_marked(marked: Marked) -> str:
    """Return a document as marked-up text, from which `read_marked` gives it back.

    Raises SchemaError where an id could not be referred to.
    """
    return write_header(head_of(marked.document) | dict(marked.header)) + tagged(marked.document)


def _lists(found: Sequence[Record], header: Mapping[str, Any], path: str) -> dict[str, Any]:
    """The records by kind, as the document lists them."""
    lists = {kind: [one for one in found if isinstance(one, type_)] for kind, type_ in _TYPES.items()}
    try:
        return {kind: ordered(listed, order_of(header, kind)) for kind, listed in lists.items()}
    except (TypeError, ValueError, AttributeError) as error:
        raise InputError("markup_header_broken", path=path, place="line 1", cause=error) from error
