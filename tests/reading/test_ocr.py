"""Scans and pictures of pages: recognized on request, marked as such, told apart from text."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pytest

from policy_nlp.errors import InputError
from policy_nlp.pipeline import from_page
from policy_nlp.reading import read_bytes
from policy_nlp.reading.ocr import recognize_picture
from tests.reading.pdf_files import lines, pdf
from tests.reading.printing import needs_chromium, page_of, printed

needs_ocr = pytest.mark.skipif(find_spec("rapidocr") is None, reason="needs the extra [ocr]")
_TEXT = "\n".join(
    (
        "青溪县水库安全整治工作方案",
        "一、主要任务",
        "1.由县水利局牵头，对全县所有小型水库逐座开展安全隐患排查，2026年6月底前完成。",
        "2.由县应急管理局负责，组织防汛演练不少于2次。",
    )
)


def picture(data: bytes, *, scale: float = 2) -> bytes:
    """The first page of a PDF as a PNG picture."""
    import pypdfium2

    stream = BytesIO()
    pypdfium2.PdfDocument(data)[0].render(scale=scale).to_pil().save(stream, "PNG")
    return stream.getvalue()


def scan(data: bytes) -> bytes:
    """A PDF that holds nothing but the picture of the first page of another one."""
    from PIL import Image

    stream = BytesIO()
    Image.open(BytesIO(picture(data))).convert("L").save(stream, "PDF", resolution=144)
    return stream.getvalue()


def errors(truth: str, found: str) -> int:
    """The number of characters to be put in, left out or replaced."""
    row = list(range(len(found) + 1))
    for index, char in enumerate(truth, 1):
        diagonal, row[0] = row[0], index
        for place, other in enumerate(found, 1):
            diagonal, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, diagonal + (char != other))
    return row[-1]


def test_a_picture_is_no_text_unless_asked() -> None:
    with pytest.raises(InputError, match="scanned_picture"):
        read_bytes(picture(pdf([lines(("Plan",))])), path="plan.png")


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(InputError, match="extra_missing"):
        recognize_picture(picture(pdf([lines(("Plan",))])), "plan.png")


def test_a_broken_picture_is_refused() -> None:
    with pytest.raises(InputError, match="damaged_file"):
        recognize_picture(b"\x89PNG nothing", "plan.png")


@needs_ocr
def test_pages_with_text_are_not_recognized() -> None:
    found = read_bytes(pdf([lines(("1. Repair the dam.",))]), path="plan.pdf", ocr=True)
    assert (found.text, found.diagnostics) == ("1. Repair the dam.", ())


@needs_ocr
@needs_chromium
@pytest.mark.parametrize("kind", ["png", "pdf"])
def test_a_scan_is_recognized_and_says_so(kind: str, tmp_path: Path) -> None:
    original = printed(page_of(_TEXT, style="body { font-size: 14pt }"), tmp_path)
    found = read_bytes(picture(original) if kind == "png" else scan(original), path=f"plan.{kind}", ocr=True)
    truth, read = "".join(_TEXT.split()), "".join(found.text.split())
    body = read[read.find(truth[:4]) : read.rfind("次。") + 2]
    assert errors(truth, body) <= 0.03 * len(truth)
    note = next(note for note in found.diagnostics if note.code == "recognized_pages")
    assert "0.9" in note.message["en"] or "1.00" in note.message["en"]
    assert [due.value for due in from_page(found).deadlines] == ["2026-06-30"]
