"""The records of a document as groups of labeled spans over the tokens of spaCy."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, SpanGroup

from policy_nlp.components.attributes import field_names
from policy_nlp.components.settings import Alignment, Settings
from policy_nlp.conversion.labels import KIND_FIELDS, Layer, label_of
from policy_nlp.schema import Document


def group(doc: Doc, document: Document, settings: Settings) -> None:
    """Fill the groups of `doc.spans` that `settings` names, in the order of the text; layers may share a group.

    A span carries the label that annotation tools show, and as its id what `policy-nlp explain` calls the record.
    """
    found: dict[str, list[Span]] = {name: [] for name in settings.groups.values()}
    for layer, name in settings.groups.items():
        found[name] += _spans(doc, document, layer, settings.alignment)
    for name, spans in found.items():
        doc.spans[name] = SpanGroup(doc, name=name, spans=sorted(spans, key=lambda span: (span.start, span.end)))


def _spans(doc: Doc, document: Document, layer: Layer, alignment: Alignment) -> Iterator[Span]:
    for name, record in zip(field_names(document, layer), getattr(document, layer.collection), strict=True):
        label = label_of(layer, getattr(record, KIND_FIELDS.get(layer, ""), None))
        start, end = record.span
        span = doc.char_span(start, end, label=label, span_id=name, alignment_mode=alignment.value)
        if span is not None:
            yield span
