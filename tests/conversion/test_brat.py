"""brat: files as it keeps them on disk."""

from __future__ import annotations

import pytest

from policy_nlp.conversion.brat import write_brat
from policy_nlp.conversion.brat_reading import read_brat
from policy_nlp.errors import InputError
from policy_nlp.schema import Document, Plan, Task
from tests.conversion.conftest import Put

TEXT = "𠮷林县方案\n（一）完善\n制度。县水务局牵头，2026年底前完成。\n"
ANN = """T1\ttask 6 11;12 32\t（一）完善 制度。县水务局牵头，2026年底前完成。
T2\tunit-lead 15 19\t县水务局
T3\tdeadline-by 22 29\t2026年底前
R1\tfor-task Arg1:T2 Arg2:T1\t
A1\tConfidence T2 High
#1\tAnnotatorNotes T2\task Wang about this one
*\tEquiv T2 T3
"""


def read(put: Put, ann: str, text: str = TEXT) -> Document:
    put("dams.txt", text)
    (document,) = read_brat(put("dams.ann", ann))
    return document


def test_files_of_the_tool(put: Put) -> None:
    document = read(put, ANN)
    assert (document.id, document.language) == ("dams", "zh")
    assert document.tasks[0].quote == "（一）完善\n制度。县水务局牵头，2026年底前完成。"
    assert [(unit.quote, unit.tasks) for unit in document.units] == [("县水务局", ("t1",))]
    assert document.deadlines[0].value == "2026-12-31"


def test_windows_line_ends_of_the_ann_file(put: Put) -> None:
    assert read(put, ANN.replace("\n", "\r\n")) == read(put, ANN)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("T4\ttask 0 99\t方案", "span_outside_text"),
        ("T4\ttask 0 2\t方案", "quote_differs"),
        ("T4\tPerson 0 2\t𠮷林", "label_unknown"),
        ("T4\ttask zero two\t𠮷林", "line_unread"),
        ("R2\tfor-task Arg1:T2 Arg2:T9", "link_unknown"),
        ("R2\tfor-task T2 T1", "line_unread"),
        ("what is this", "line_unread"),
        ('#4\tAnnotatorNotes T2\t{"fields": ', "note_broken"),
    ],
)
def test_a_broken_line_is_named(put: Put, line: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read(put, ANN + line + "\n")
    assert (caught.value.code, caught.value.place) == (code, "line 8")


def test_without_its_text_nothing_can_be_read(put: Put) -> None:
    with pytest.raises(InputError) as caught:
        list(read_brat(put("alone.ann", ANN)))
    assert (caught.value.code, caught.value.fields) == ("text_missing", {"expected": "alone.txt"})


def test_every_line_stays_one_line_and_offsets_fit() -> None:
    text = "方案\x0c正文\x85尾\u2028完"
    plan = Plan("p1", "方案\u2028", (0, len(text)))
    document = Document("a", "zh", text, plans=(plan,), tasks=(Task("t1", "p1", None, "", (0, 5), text[:5]),))
    files = write_brat([document])
    lines = files["a.ann"].decode("utf-8").splitlines()
    assert len(lines) == 5
    for line in lines[:2]:
        _, places, quote = line.split("\t")
        pieces = [piece.split() for piece in places.split(" ", 1)[1].split(";")]
        assert quote == " ".join(text[int(start) : int(end)] for start, end in pieces)


def test_the_collection_is_configured() -> None:
    config = write_brat([])["annotation.conf"].decode("utf-8")
    assert "[entities]\nplan\n" in config and "for-task\tArg1:unit-lead|" in config
