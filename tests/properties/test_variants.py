"""The same plan in other characters and line ends gives the same structure and the same values."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given

from policy_nlp import parse
from policy_nlp.schema import Document
from tests.properties.texts import plans

_FULL_WIDTH = {ord(half): chr(ord(half) + 0xFEE0) for half in "0123456789.%"}
VARIANTS: dict[str, Callable[[str], str]] = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "line ends of old Macintoshes": lambda text: text.replace("\n", "\r"),
    "a byte order mark left in front": lambda text: "\ufeff" + text,
    "full-width digits and dots": lambda text: text.translate(_FULL_WIDTH),
    "half-width brackets and colons": lambda text: text.translate(str.maketrans("（）：", "():")),
    "indents of ideographic spaces": lambda text: "".join(f"　　{line}\n" for line in text.split("\n")),
    "blank lines between paragraphs": lambda text: text.replace("\n", "\n\n"),
    "white space behind every line": lambda text: text.replace("\n", " 　\n"),
}


def _outline(document: Document) -> dict[str, list[object]]:
    """What a document says, whatever its offsets and its spelling."""
    return {
        "sections": [(item.number, item.level, item.type) for item in document.sections],
        "tasks": [(item.section, item.path) for item in document.tasks],
        "units": [(item.role, item.tasks) for item in document.units],
        "deadlines": [(item.kind, item.value, item.task) for item in document.deadlines],
        "targets": [(item.op, item.bound, item.value, item.deadline, item.task) for item in document.targets],
    }


@pytest.mark.parametrize("change", VARIANTS.values(), ids=VARIANTS)
@given(plan=plans())
def test_a_plan_in_other_characters_says_the_same(plan: str, change: Callable[[str], str]) -> None:
    assert _outline(parse(change(plan))) == _outline(parse(plan))
