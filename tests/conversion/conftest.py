"""Documents of our own wording, and a way there and back through files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from policy_nlp import parse
from policy_nlp.conversion.formats import FORMATS
from policy_nlp.conversion.names import FormatName
from policy_nlp.schema import Document, Review, Source

CHINESE = """𠮷林县水库安全三年行动方案👷

一、重点任务

（一）排查水库隐患。对全县水库开展一次全面排查，2026年6月底前完成。（县水务局牵头，县应急管理局配合）
（二）建立巡查制度。每季度至少巡查1次，整改率达到100%，死亡人数为0。（县水务局、各乡镇按职责分工负责）
"""
ENGLISH = """Coastal Resilience Plan 👷 2026-2030

1. Flood defenses
1.1 The Department of Works will repair at least 75% of the dikes by the end of 2027.
1.2 The Coast Agency will publish a report every year.
"""
PLANS = {"zh": CHINESE, "en": ENGLISH}
LOSSLESS = [name for name in FormatName if name is not FormatName.BIO]


def plan(language: str) -> Document:
    """A document with every kind of record, a source and a review."""
    document = parse(PLANS[language], language=language, id=f"plan-{language}")
    source = Source(path="plans/dams.txt", media_type="text/plain", sha256="0" * 64)
    return replace(document, source=source, review=Review("lin", "2026-03-02", "by hand"))


def there_and_back(document: Document, name: FormatName) -> Document:
    """The document after it was written to files of a format and read again."""
    with TemporaryDirectory() as folder:
        return read_files(FORMATS[name].write([document]), Path(folder), name)


def read_files(files: object, folder: Path, name: FormatName) -> Document:
    """The one document of `files`, put into `folder`."""
    assert isinstance(files, dict)
    for file, content in files.items():
        (folder / file).write_bytes(content)
    form = FORMATS[name]
    chief = next(folder / file for file in files if file.endswith(form.suffixes))
    (document,) = form.read(form.group(chief))
    return document


Put = Callable[[str, str], Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a file as a tool would."""

    def write(name: str, content: str) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8"))
        return path

    return write
