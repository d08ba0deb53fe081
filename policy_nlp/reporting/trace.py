"""Why a field is what it is: the rule that made it, and the characters that it was made from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from policy_nlp.errors import InputError
from policy_nlp.messages import text
from policy_nlp.schema import Document, Span

_KINDS = ("plans", "sections", "tasks", "units", "deadlines", "targets")
_OFFSET = re.compile(r"\d{1,9}")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Trace:
    """One record of a document with its origin: `source` is the block or cell in which the mention stands."""

    name: str
    span: Span
    quote: str
    says: dict[str, Any]
    rule: str | None
    source: Span | None
    source_quote: str | None

    def to_json(self) -> dict[str, Any]:
        """Return the trace as a JSON object."""
        head: dict[str, Any] = {"field": self.name, "span": list(self.span), "quote": self.quote, **self.says}
        origin = None if self.source is None else {"span": list(self.source), "quote": self.source_quote}
        return head | {"rule": self.rule, "inherited_from": origin}


def explain(document: Document, field: str) -> tuple[Trace, ...]:
    """Return the origin of `field`: an id (`t5`) with all that is bound to it, a record (`units[3]`) or an offset.

    Raises InputError where the document has no such field.

    >>> from policy_nlp.schema import Plan
    >>> document = Document("a", "zh", "治水方案", plans=(Plan("p1", "治水方案", (0, 4)),))
    >>> [trace.quote for trace in explain(document, "2")]
    ['治水方案']
    """
    found = _at(document, int(field)) if _OFFSET.fullmatch(field) else _named(document, field)
    if not found:
        path = document.source.path or document.id
        raise InputError("no_such_field", path=path, field=field, length=len(document.text))
    return tuple(_trace(document, name, record) for name, record in found)


def trace_page(traces: tuple[Trace, ...], lang: str) -> str:
    """Return the traces as lines for a reader.

    >>> trace = Trace("units[0]", (0, 3), "水务局", {"role": "lead"}, "zh.led_by", None, None)
    >>> print(trace_page((trace,), "en"), end="")
    units[0]  role=lead
      text [0, 3): 水务局
      rule: zh.led_by
    """
    return "".join(_lines(trace, lang) for trace in traces)


def _records(document: Document) -> Iterator[tuple[str, Any]]:
    for kind in _KINDS:
        for index, record in enumerate(getattr(document, kind)):
            yield getattr(record, "id", f"{kind}[{index}]"), record


def _at(document: Document, offset: int) -> list[tuple[str, Any]]:
    """All records over one character, the widest first."""
    over = [(name, record) for name, record in _records(document) if record.span[0] <= offset < record.span[1]]
    return sorted(over, key=lambda pair: pair[1].span[0] - pair[1].span[1])


def _named(document: Document, field: str) -> list[tuple[str, Any]]:
    return [(name, record) for name, record in _records(document) if name == field or _is_bound(record, field)]


def _is_bound(record: Any, task: str) -> bool:
    return getattr(record, "task", None) == task or task in getattr(record, "tasks", ())


def _trace(document: Document, name: str, record: Any) -> Trace:
    source = getattr(record, "inherited_from", None)
    return Trace(
        name=name,
        span=record.span,
        quote=document.text[slice(*record.span)],
        says=_says(record),
        rule=getattr(record, "rule", None),
        source=source,
        source_quote=None if source is None else document.text[slice(*source)],
    )


def _says(record: Any) -> dict[str, Any]:
    names = ("title", "role", "kind", "op", "value", "unit", "name", "tasks", "task")
    values = {name: getattr(record, name, None) for name in names}
    return {name: _plain(value) for name, value in values.items() if value not in (None, "", ())}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _lines(trace: Trace, lang: str) -> str:
    says = ", ".join(f"{name}={_shown(value)}" for name, value in trace.says.items())
    lines = [f"{trace.name}  {says}", _origin("trace.characters", trace.span, trace.quote, lang)]
    if trace.source is not None:
        lines.append(_origin("trace.inherited", trace.source, trace.source_quote or "", lang))
    if trace.rule is not None:
        lines.append("  " + text("trace.rule", lang, rule=trace.rule))
    return "\n".join(lines) + "\n"


def _origin(key: str, span: Span, quote: str, lang: str) -> str:
    flat = " ".join(quote.split())
    short = flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST // 2]}…{flat[-_LONGEST // 2 :]}"
    return "  " + text(key, lang, start=span[0], end=span[1], quote=short)


def _shown(value: Any) -> str:
    return "–".join(map(str, value)) if isinstance(value, list) and not isinstance(value[0], str) else _list(value)


def _list(value: Any) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)
