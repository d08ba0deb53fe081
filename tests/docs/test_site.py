"""The site: both languages have the same pages and headings, and it builds without a warning."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
ENGLISH = sorted(page.name for page in DOCS.glob("*.md") if ".zh." not in page.name)
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#{1,4}) ", re.MULTILINE)
_KIND = re.compile(r"^```(\w+)$", re.MULTILINE)


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def chinese(name: str) -> str:
    return page(name.replace(".md", ".zh.md"))


def levels(text: str) -> list[str]:
    return _HEADING.findall(_FENCED.sub("", text))


def test_each_page_comes_in_both_languages() -> None:
    assert len(list(DOCS.glob("*.zh.md"))) == len(ENGLISH)


@pytest.mark.parametrize("name", ENGLISH)
def test_both_languages_have_the_same_headings(name: str) -> None:
    assert levels(page(name)) == levels(chinese(name))


@pytest.mark.parametrize("name", ENGLISH)
def test_both_languages_have_the_same_blocks(name: str) -> None:
    assert _KIND.findall(page(name)) == _KIND.findall(chinese(name))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("mkdocs_static_i18n", reason="needs the extra [docs]")
    pytest.importorskip("mkdocstrings", reason="needs the extra [docs]")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return folder


def test_it_builds_without_a_warning(site: Path) -> None:
    for name in ENGLISH:
        html = name.replace(".md", ".html")
        assert (site / html).exists()
        assert '<html lang="zh"' in (site / "zh" / html).read_text(encoding="utf-8")


def test_it_shows_the_files_of_the_repository(site: Path) -> None:
    for html in ("corpus.html", "guideline.html", "contributing.html", "changelog.html", "zh/guideline.html"):
        assert "<h1" in (site / html).read_text(encoding="utf-8")


def test_it_asks_no_other_host_for_anything(site: Path) -> None:
    asked = re.findall(
        r'<(?:script|link|img)[^>]+(?:src|href)="https?://[^"]+', (site / "start.html").read_text("utf-8")
    )
    assert not asked


def test_python_names_come_from_docstrings(site: Path) -> None:
    api = (site / "api.html").read_text(encoding="utf-8")
    for name in ("policy_nlp.pipeline.parse", "policy_nlp.frames.frame.to_frame", "policy_nlp.schema.Document"):
        assert f'id="{name}"' in api
