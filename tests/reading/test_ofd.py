"""OFD files: pages of all documents, templates, tables of drawn lines, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_nlp.errors import InputError
from policy_nlp.pipeline import from_page
from policy_nlp.reading import BlockKind, Page, read_bytes
from tests.reading.ofd_files import frame, ofd, packed, text

_LINES = (
    "1.由市水利局牵头，对全市所有小型水库逐座开展安全隐患排查，建立问题清单",
    "和整改台账，2026年6月底前完成。",
    "2.由市住房城乡建设局负责，整治易涝点位。",
)


def read(data: bytes) -> Page:
    return read_bytes(data, path="plan.ofd")


def page(lines: tuple[str, ...] = _LINES, *, top: float = 40, deltas: bool = True) -> str:
    return "".join(text(line, 30, top + 8 * row, deltas=deltas) for row, line in enumerate(lines))


@pytest.mark.parametrize("deltas", [True, False])
def test_lines_are_joined_into_tasks(deltas: bool) -> None:
    found = read(ofd([text("水库整治工作方案", 75, 25, size=6) + page(deltas=deltas)]))
    assert found.text.splitlines()[1:] == list(_LINES)
    document = from_page(found)
    assert [task.quote for task in document.tasks] == ["\n".join(_LINES[:2]), _LINES[2]]
    assert [due.value for due in document.deadlines] == ["2026-06-30"]


def test_the_order_of_the_file_does_not_matter() -> None:
    pieces = [text(line, 30, 40 + 8 * row) for row, line in enumerate(_LINES)]
    assert read(ofd(["".join(reversed(pieces))])).text == "\n".join(_LINES)


def test_several_documents_and_pages_follow_one_another() -> None:
    found = read(ofd([page(("一、排查",)), page(("二、整治",))], [page(("三、验收",))]))
    lines = [(found.text[slice(*block.span)], block.origin) for block in found.blocks]
    assert lines == [("一、排查", "page 1"), ("二、整治", "page 2"), ("三、验收", "page 3")]


def test_what_a_template_says_on_each_page_is_set_aside() -> None:
    head = text("水库整治工作方案", 30, 15, size=3)
    found = read(ofd([page(("1.加固堤防。",)), page(("2.疏浚河道。",))], template=head))
    asides = [found.text[slice(*b.span)] for b in found.blocks if b.kind is BlockKind.ASIDE]
    assert asides == ["水库整治工作方案"] * 2
    assert [task.quote for task in from_page(found).tasks] == ["1.加固堤防。", "2.疏浚河道。"]


def test_several_codes_in_one_object_and_repeated_steps() -> None:
    codes = (
        '<ofd:TextObject ID="9" Boundary="30 40 150 20" Font="1" Size="4">'
        '<ofd:TextCode X="0" Y="4" DeltaX="g 3 4">加固堤防</ofd:TextCode>'
        '<ofd:TextCode X="0" Y="12" DeltaX="g 3 4">疏浚河道</ofd:TextCode></ofd:TextObject>'
    )
    assert read(ofd([codes])).text == "加固堤防\n疏浚河道"


def test_blocks_in_layers_are_read() -> None:
    inner = f'<ofd:PageBlock ID="3"><ofd:PageBlock ID="4">{page()}</ofd:PageBlock></ofd:PageBlock>'
    assert read(ofd([inner])).text == "\n".join(_LINES)


def test_a_scale_and_a_shift_are_obeyed() -> None:
    larger = text("整治方案", 20, 30, size=4, ctm="2 0 0 2 10 0")
    found = read(ofd([larger + page((*_LINES, *_LINES))]))
    assert [(found.text[slice(*b.span)], b.level) for b in found.blocks if b.kind is BlockKind.HEADING] == [
        ("整治方案", 1)
    ]


def test_slanted_text_is_set_aside() -> None:
    found = read(ofd([page() + text("内部资料", 60, 150, ctm="0.7 -0.7 0.7 0.7 0 0")]))
    assert [found.text[slice(*b.span)] for b in found.blocks if b.kind is BlockKind.ASIDE] == ["内部资料"]


def test_drawn_lines_make_a_table() -> None:
    rows = (
        ("序号", "重点任务", "责任单位", "完成时限"),
        ("1", "加固堤防", "市水利局", "2026年底前"),
        ("2", "疏浚河道", "市城管局", "2027年底前"),
    )
    cells = "".join(
        frame(30 + 38 * across, 50 + 10 * down, 38, 10) + text(said, 32 + 38 * across, 57 + 10 * down)
        for down, row in enumerate(rows)
        for across, said in enumerate(row)
    )
    document = from_page(read(ofd([text("任务分工表", 80, 40) + cells])))
    assert [(task.number, task.quote) for task in document.tasks] == [("1", "加固堤防"), ("2", "疏浚河道")]
    assert [unit.quote for unit in document.units] == ["市水利局", "市城管局"]
    assert [due.value for due in document.deadlines] == ["2026-12-31", "2027-12-31"]


def test_annotations_and_attachments_are_told() -> None:
    extra = "<ofd:Annotations>Annots.xml</ofd:Annotations><ofd:Attachments>Att.xml</ofd:Attachments>"
    codes = [note.code for note in read(ofd([page()], extra=extra)).diagnostics]
    assert codes == ["ofd_annotations", "ofd_attachments"]


def test_characters_without_meaning_are_told() -> None:
    found = read(ofd([page() + text("¤¤¤¤", 30, 100)]))
    assert [note.code for note in found.diagnostics] == ["characters_unknown"]


def test_a_scan_is_told_as_such() -> None:
    with pytest.raises(InputError, match="scanned_ofd"):
        read(ofd(['<ofd:ImageObject ID="2" Boundary="0 0 210 297" ResourceID="3"/>']))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (packed({"OFD.xml": "<OFD/>"}), "damaged_file"),
        (packed({"OFD.xml": "<OFD><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>"}), "damaged_file"),
        (packed({"OFD.xml": "<OFD>"}), "damaged_file"),
        (packed({"OFD.xml": '<!DOCTYPE a [<!ENTITY b "c">]><OFD>&b;</OFD>'}), "xml_entities"),
        (b"PK\x03\x04 nothing", "damaged_file"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data)
    assert caught.value.code == code


def test_steps_repeated_without_end_cost_nothing() -> None:
    bomb = text("加固堤防", 30, 40).replace('DeltaX="4 4 4"', 'DeltaX="g 999999999 4"')
    assert read(ofd([bomb])).text == "加固堤防"


def test_another_reader_finds_the_same_lines(tmp_path: Path) -> None:
    ofdkit = pytest.importorskip("ofdkit", reason="ofdkit is not installed")
    file = tmp_path / "plan.ofd"
    file.write_bytes(ofd([page(("一、排查", "二、整治"))], [page(("三、验收",))]))
    theirs = [line for line in ofdkit.extract_text(str(file)).splitlines() if line.strip()]
    assert theirs == read(file.read_bytes()).text.splitlines()
