"""The labeling configuration of Label Studio: labels with their colors, the link, a note for each region."""

from __future__ import annotations

from xml.etree import ElementTree

from policy_nlp.conversion.labels import LABELS, Layer, parts
from policy_nlp.conversion.sheet import LINK

LABELS_CONTROL = "label"
NOTE_CONTROL = "note"
TEXT_OBJECT = "text"

# Colors that stay apart for people who see few of them (after Okabe and Ito).
_COLORS = {
    Layer.PLAN: "#999999",
    Layer.SECTION: "#56B4E9",
    Layer.TASK: "#0072B2",
    Layer.UNIT: "#009E73",
    Layer.DEADLINE: "#D55E00",
    Layer.TARGET: "#CC79A7",
}
# Without this the page shows runs of spaces and line ends as one space.
_STYLE = ".htx-text { white-space: pre-wrap; }"


def labeling_config() -> bytes:
    """Return the configuration as XML, to be pasted into the settings of a project.

    >>> b'<Label value="unit-lead" background="#009E73"' in labeling_config()
    True
    """
    view = ElementTree.Element("View")
    ElementTree.SubElement(view, "Style").text = _STYLE
    relations = ElementTree.SubElement(view, "Relations")
    ElementTree.SubElement(relations, "Relation", value=LINK)
    _labels(view)
    ElementTree.SubElement(view, "Text", name=TEXT_OBJECT, value="$text", granularity="symbol")
    _note(view)
    ElementTree.indent(view)
    return ElementTree.tostring(view, encoding="unicode").encode("utf-8") + b"\n"


def _labels(view: ElementTree.Element) -> None:
    group = ElementTree.SubElement(view, "Labels", name=LABELS_CONTROL, toName=TEXT_OBJECT)
    for label in LABELS:
        ElementTree.SubElement(group, "Label", value=label, background=_COLORS[parts(label)[0]])


def _note(view: ElementTree.Element) -> None:
    options = {"name": NOTE_CONTROL, "toName": TEXT_OBJECT, "perRegion": "true", "editable": "true"}
    ElementTree.SubElement(view, "TextArea", options | {"maxSubmissions": "1", "rows": "4"})
