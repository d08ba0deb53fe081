"""Marked-up text: a document whose annotations stand in the text itself, to be written and reviewed by people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from policy_nlp.conversion.marked_forms import TAGS
from policy_nlp.conversion.marked_header import split_header, write_header
from policy_nlp.conversion.marked_records import Record, records
from policy_nlp.conversion.marked_tags import scan
from policy_nlp.conversion.marked_writing import tagged
from policy_nlp.errors import InputError
from policy_nlp.schema import Deadline, Document, Plan, Section, Source, Span, Target, Task, Unit

AnyRecord = TypeVar("AnyRecord")
SUFFIX = ".marked"
_OURS = frozenset({"id", "language", "source"})


@dataclass(frozen=True, slots=True)
class Marked:
    """A document with what its header says beside id, language and source, and the lines on which its tags open."""

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
    document = Document(
        id=_word(header, "id", path),
        language=_word(header, "language", path),
        text=text,
        source=_source(header.get("source"), path),
        plans=_only(found, Plan),
        sections=_only(found, Section),
        tasks=_only(found, Task),
        units=_only(found, Unit),
        deadlines=_only(found, Deadline),
        targets=_only(found, Target),
    )
    said = {key: value for key, value in header.items() if key not in _OURS}
    return Marked(document, said, {element.span: element.line for element in elements})


def write_marked(marked: Marked) -> str:
    """Return a document as marked-up text, from which `read_marked` gives it back.

    Records come back in the order of the text, the outer before the inner; diagnostics are no annotation and do not
    come back. Raises SchemaError where an id could not be referred to.
    """
    document = marked.document
    head = {"id": document.id, "language": document.language, "source": _source_header(document.source)}
    return write_header(head | dict(marked.header)) + tagged(document)


def _only(found: Iterable[Record], kind: type[AnyRecord]) -> tuple[AnyRecord, ...]:
    return tuple(record for record in found if isinstance(record, kind))


def _word(header: Mapping[str, Any], key: str, path: str) -> str:
    if not isinstance(header.get(key), str):
        raise InputError("header_lacks", path=path, place="line 1", name=key)
    return str(header[key])


def _source(value: Any, path: str) -> Source:
    try:
        return Source(**value) if isinstance(value, Mapping) else Source(note=value)
    except TypeError as error:
        raise InputError("header_broken", path=path, place="line 1", cause=error) from error


def _source_header(source: Source) -> Any:
    facts = {name: getattr(source, name) for name in ("path", "media_type", "sha256", "note")}
    said = {name: value for name, value in facts.items() if value is not None}
    return source.note if said.keys() <= {"note"} else said
