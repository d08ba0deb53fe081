"""XML from files that nobody vouches for: no document types, no entities, no endless nesting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policy_nlp.errors import InputError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_DEPTH = 500
"""How many elements may lie in one another; office programs stay under 100."""


def parse_xml(data: bytes, *, path: str, place: str) -> Element:
    """Return the root element of `data`; `place` names the part in messages.

    Raises InputError for broken XML, for one with a document type, and for one nested without end.

    >>> parse_xml(b"<a><b/></a>", path="plan.docx", place="word/document.xml").tag
    'a'
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    parser = DefusedXMLParser(target=_bounded(path, place), forbid_dtd=True)
    try:
        parser.feed(data)
        root: Element = parser.close()
    except DefusedXmlException as error:
        raise InputError("xml_entities", path=path, place=place) from error
    except (ParseError, ValueError, LookupError) as error:
        raise InputError("damaged_file", path=path, place=place, cause=error) from error
    return root


def local_name(tag: str) -> str:
    """Return the name of an element without its namespace: programs differ in the namespaces that they write.

    >>> local_name("{http://www.ofdspec.org/2016}TextCode")
    'TextCode'
    """
    return tag.rpartition("}")[2]


def _bounded(path: str, place: str) -> Any:
    """A tree builder that refuses to go deeper than any honest document."""
    from xml.etree.ElementTree import TreeBuilder

    class Bounded(TreeBuilder):
        depth = 0

        def start(self, tag: str, attrs: dict[str, str], /) -> Element:
            self.depth += 1
            if self.depth > MAX_DEPTH:
                raise InputError("too_deep", path=path, place=place, limit=MAX_DEPTH)
            return super().start(tag, attrs)

        def end(self, tag: str, /) -> Element:
            self.depth -= 1
            return super().end(tag)

    return Bounded()
