"""The types of a UIMA CAS for INCEpTION: one layer of spans with a label and a note, one of links between them."""

from __future__ import annotations

from typing import Any

SPAN = "webanno.custom.PolicyMark"
LINK_TYPE = "webanno.custom.PolicyLink"
ABOUT = "webanno.custom.PolicyDocument"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"

_STRING = "uima.cas.String"
_ANNOTATION = "uima.tcas.Annotation"
_DOCUMENT = "uima.tcas.DocumentAnnotation"


def type_system(cassis: Any) -> Any:
    """Return the type system, made with the library `cassis` that is handed in.

    Links join marks of one layer only in INCEpTION, so all kinds of marks share a layer and differ by their label.
    """
    types = cassis.TypeSystem()
    metadata = types.create_type(name=METADATA, supertypeName=_DOCUMENT)
    _strings(types, metadata, "documentTitle", "documentId")
    mark = types.create_type(name=SPAN, supertypeName=_ANNOTATION)
    _strings(types, mark, "label", "note", "mark")
    link = types.create_type(name=LINK_TYPE, supertypeName=_ANNOTATION)
    _strings(types, link, "label")
    # INCEpTION draws a relation from Governor to Dependent; it requires these very names.
    for end in ("Governor", "Dependent"):
        types.create_feature(domainType=link, name=end, rangeType=SPAN)
    # A layer like the others, for INCEpTION drops what is of no layer.
    about = types.create_type(name=ABOUT, supertypeName=_ANNOTATION)
    _strings(types, about, "name", "language", "head", "replaced")
    return types


def _strings(types: Any, owner: Any, *names: str) -> None:
    for name in names:
        types.create_feature(domainType=owner, name=name, rangeType=_STRING)
