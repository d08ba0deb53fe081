"""PDF files: paragraphs, columns, tables, what belongs to the paper, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_nlp.errors import InputError
from policy_nlp.pipeline import from_page, parse
from policy_nlp.reading import BlockKind, Page, read_bytes
from tests.reading.pdf_files import assembled, lines, pdf, shown, stream
from tests.reading.printing import answers, converted, needs_chromium, needs_soffice, page_of, printed

_SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
_PROSE = (
    "The Water Board will survey every culvert in the city and will publish",
    "the results on its site, together with the date of the last repair and",
    "the name of the district, by the end of 2027.",
)
_TITLE = "Flood Action Plan 2026"
_DAMS = ((1, "upper"), (2, "middle"), (3, "lower"))


def read(data: bytes) -> Page:
    return read_bytes(data, path="plan.pdf")


def texts(found: Page, kind: BlockKind) -> list[str]:
    return [found.text[slice(*block.span)] for block in found.blocks if block.kind is kind]


def test_wrapped_lines_are_one_paragraph() -> None:
    found = read(pdf([lines(("Flood Action Plan", *_PROSE, "The Roads Agency will clear drains monthly."))]))
    assert texts(found, BlockKind.PARAGRAPH) == [
        "Flood Action Plan",
        "\n".join(_PROSE),
        "The Roads Agency will clear drains monthly.",
    ]
    task = from_page(found, language="en").tasks[0]
    assert task.quote == "\n".join(_PROSE) == found.text[slice(*task.span)]


def test_each_block_names_its_page() -> None:
    found = read(pdf([lines(_PROSE), lines(("2. Repair the culverts.",))]))
    assert [block.origin for block in found.blocks] == ["page 1", "page 2"]
    assert [origin.place for origin in from_page(found, language="en").origins] == ["page 1", "page 2"]


def test_a_paragraph_goes_on_over_the_page() -> None:
    heads = [shown(_TITLE, 72, 815, size=8) + shown(str(number), 300, 20) for number in (1, 2, 3)]
    pages = [heads[0] + lines(_PROSE[:1]), heads[1] + lines(_PROSE[1:]), heads[2] + lines(("Done.",))]
    found = read(pdf(pages))
    assert texts(found, BlockKind.PARAGRAPH) == ["\n".join(_PROSE), "Done."]
    assert texts(found, BlockKind.ASIDE) == [text for number in "123" for text in (_TITLE, number)]


def test_what_is_set_aside_enters_no_task() -> None:
    head = "The Mayor will approve all plans by May 2026."
    pages = [shown(head, 72, 820, size=8) + lines((f"{number}. Repair the {name} dam.",)) for number, name in _DAMS]
    document = from_page(read(pdf(pages)), language="en")
    assert [task.quote for task in document.tasks] == [f"{number}. Repair the {name} dam." for number, name in _DAMS]
    assert document.deadlines == ()


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"left column line {number} goes to the edge" for number in range(8)]
    right = [f"right column line {number} goes to the edge" for number in range(8)]
    top = shown("A title over both of the columns of this page, long enough", 72, 800)
    found = read(pdf([top + lines(left, y=770) + lines(right, x=320, y=770)]))
    assert found.text.splitlines()[1:] == left + right


def test_a_heading_is_larger_than_the_text() -> None:
    body = lines([*_PROSE, *_PROSE], y=700)
    found = read(pdf([shown("Flood Plan", 200, 800, size=20) + shown("Delivery", 72, 750, size=14) + body]))
    levels = [(found.text[slice(*b.span)], b.level) for b in found.blocks if b.kind is BlockKind.HEADING]
    assert levels == [("Flood Plan", 1), ("Delivery", 2)]


def test_a_mark_across_the_page_is_set_aside() -> None:
    found = read(pdf([lines(_PROSE) + shown("DRAFT", 200, 300, size=60, turn="0.7 0.7 -0.7 0.7")]))
    assert texts(found, BlockKind.ASIDE) == ["DRAFT"]
    assert "DRAFT" not in texts(found, BlockKind.PARAGRAPH)[0]


@pytest.mark.parametrize("extra", ["", "/Rotate 90"])
def test_a_page_set_sideways_is_turned(extra: str) -> None:
    stream = b"".join(shown(text, 100 + 15 * row, 72, turn="0 1 -1 0") for row, text in enumerate(_PROSE))
    assert read(pdf([stream], extra=extra)).text == "\n".join(_PROSE)


def test_a_word_cut_by_a_hyphen_is_whole_where_the_text_knows_it() -> None:
    first = "The Environment Agency will inspect each site and the Environ-"
    second = "ment Agency will publish a long-"
    text = lines((first, second, "term report on the environment by 2027."))
    document = from_page(read(pdf([text])), language="en")
    assert {unit.name for unit in document.units} == {"Environment Agency"}


def test_a_year_at_the_start_of_a_line_opens_no_paragraph() -> None:
    wrapped = (
        "1. Certify six more laboratories for lead and copper by the first quarter of",
        "2026. Lead: Water Board.",
    )
    found = read(pdf([lines(("Water Action Plan", "", *wrapped))]))
    assert texts(found, BlockKind.PARAGRAPH)[-1] == "\n".join(wrapped)


def test_a_ligature_is_all_of_its_letters() -> None:
    mapping = (
        b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <46> <00660066> endbfchar "
        b"1 beginbfrange <61> <7A> <0061> endbfrange"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        b"/Resources << /Font << /F1 3 0 R >> >> >>",
        stream(shown("staF and oFicers", 72, 700)),
        stream(mapping),
    ]
    assert read(assembled(objects)).text == "staff and officers"


def ruled(rows: list[list[str]], *, top: float, height: float = 24, width: float = 110) -> bytes:
    stream = b""
    for down, row in enumerate(rows):
        for across, text in enumerate(row):
            left, bottom = 72 + width * across, top - height * (down + 1)
            stream += f"{left} {bottom} {width} {height} re S\n".encode()
            stream += b"".join(
                shown(t, left + 4, bottom + height - 10 - 10 * n, size=9) for n, t in enumerate(text.split("\n"))
            )
    return stream


def test_a_ruled_table_goes_on_over_the_page() -> None:
    head = ["No.", "Action", "Lead", "Due"]
    first = ruled(
        [head, ["1", "Survey all dams", "Water Board", "May 2026"], ["2", "Clear drains", "Roads\nAgency", ""]], top=300
    )
    second = ruled(
        [head, ["", "and culverts", "", "June 2026"], ["3", "Plant trees", "Parks Service", "2027"]], top=800
    )
    found = read(pdf([lines(("Flood Action Plan",)) + first, second]))
    assert len(texts(found, BlockKind.TABLE)) == 1
    document = from_page(found, language="en")
    assert [task.quote for task in document.tasks] == ["Survey all dams", "Clear drains and culverts", "Plant trees"]
    assert [due.value for due in document.deadlines] == ["2026-05-31", "2026-06-30", "2027-12-31"]
    assert {unit.quote for unit in document.units} == {"Water Board", "Roads Agency", "Parks Service"}


def test_a_row_cut_off_from_its_upper_rule_is_a_row_of_the_table() -> None:
    first = ruled([["No.", "Action", "Lead"], ["1", "Survey all dams", "Water Board"]], top=300)
    open_row = b"".join(f"{72 + 110 * n} 800 m {72 + 110 * n} 776 l S\n".encode() for n in range(4))
    texts_of_row = b"".join(
        shown(t, 76 + 110 * n, 784, size=9) for n, t in enumerate(("2", "Clear drains", "Fire Board"))
    )
    second = open_row + texts_of_row + ruled([["3", "Plant trees", "Parks Service"]], top=776)
    document = from_page(read(pdf([lines(("Flood Action Plan",)) + first, second])), language="en")
    assert [(task.number, task.quote) for task in document.tasks] == [
        ("1", "Survey all dams"),
        ("2", "Clear drains"),
        ("3", "Plant trees"),
    ]


_PICTURE = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"


def test_a_scan_is_told_as_such() -> None:
    with pytest.raises(InputError, match="scanned_pdf"):
        read(pdf([_PICTURE]))


def test_scanned_pages_among_others_are_named() -> None:
    found = read(pdf([lines(_PROSE), _PICTURE]))
    assert [(note.code, "2" in note.message["zh"]) for note in found.diagnostics] == [("scanned_pages", True)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\nnothing more", "damaged_file"),
        (b"no PDF at all" * 100, "damaged_file"),
        (pdf([lines(_PROSE)], box="0 0 90000 90000"), "page_too_large"),
        (pdf([b""]), "empty_text"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, path="plan.pdf", media_type="application/pdf")
    assert caught.value.code == code


def test_a_tree_of_pages_that_bites_its_tail_is_refused() -> None:
    cyclic = assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>",
            b"<< /Type /Pages /Kids [2 0 R] /Count 2 /Parent 2 0 R >>",
        ]
    )
    with pytest.raises(InputError, match=r"damaged_file|empty_text"):
        read(cyclic)


def test_a_file_of_countless_pages_is_refused() -> None:
    claims = assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 2000000000 >>"])
    with pytest.raises(InputError, match=r"too_many_pages|damaged_file"):
        read(claims)


@needs_soffice
def test_a_password_is_told(tmp_path: Path) -> None:
    source = tmp_path / "plan.txt"
    source.write_text("Plan", encoding="utf-8")
    options = '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}'
    secret = converted(source, f"pdf:writer_pdf_Export:{options}", tmp_path)
    with pytest.raises(InputError, match="password"):
        read(secret.read_bytes())


@needs_chromium
@pytest.mark.parametrize("sample", sorted(_SAMPLES.rglob("*.txt")), ids=lambda path: path.stem)
def test_a_printed_plan_says_the_same(sample: Path, tmp_path: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    document = parse(text)
    found = read(printed(page_of(text), tmp_path))
    assert answers(from_page(found, language=document.language)) == answers(document)


@needs_chromium
def test_radicals_are_read_as_the_characters_that_they_look_like(tmp_path: Path) -> None:
    text = "水利工作方案\n一、主要任务\n1.由市水利局牵头，6月底前对工业用水户、门店、车辆、风力设备见底排查。"
    assert read(printed(page_of(text), tmp_path)).text.startswith(text)
