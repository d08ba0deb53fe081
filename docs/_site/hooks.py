"""What the site adds to the pages: files of the repository as pages of their own, and links that fit the site."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parent.parent.parent
PAGES = {
    "corpus/README.md": "corpus.md",
    "corpus/README.zh.md": "corpus.zh.md",
    "corpus/GUIDELINE.md": "guideline.md",
    "corpus/GUIDELINE.zh.md": "guideline.zh.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
}
"""Files of the repository that the site shows: nothing is copied into docs/."""
_SOURCES = {page: source for source, page in PAGES.items()}
_LINK = re.compile(r"\[([^\]\n]{1,200})\]\(([^)#:\s]{1,200})(#[^)\s]{0,100})?\)")
_HEADER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@event_priority(100)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Return the files with those of the repository among them, before languages are told apart."""
    for source, page in PAGES.items():
        if (ROOT / source).exists():
            files.append(File(page, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def on_page_read_source(*, page: Page, config: MkDocsConfig) -> str | None:
    """Return what a file of the repository says, without the header for machines; None for a page of docs/."""
    source = _SOURCES.get(page.file.src_uri)
    return _HEADER.sub("", (ROOT / source).read_text(encoding="utf-8")) if source else None


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the page with its links into the repository turned into links of the site, or into their text."""
    source = _SOURCES.get(page.file.src_uri, f"docs/{page.file.src_uri}")
    return _LINK.sub(lambda link: _fitting(link, source), markdown)


def _fitting(link: re.Match[str], source: str) -> str:
    text, target, place = link.groups()
    path = posixpath.normpath(posixpath.join(posixpath.dirname(source), target))
    if source.startswith("docs/") and not (ROOT / path).exists():
        return link.group()
    shown = path in PAGES or path.startswith("docs/")
    return f"[{text}]({_page(path)}{place or ''})" if shown and not _other_language(path, source) else text


def _page(path: str) -> str:
    return PAGES.get(path, posixpath.relpath(path, "docs"))


def _other_language(path: str, source: str) -> bool:
    """Whether it leads into the other language, for which the site has a menu; an English page stands in for both."""
    same_page = path != source and path.replace(".zh.", ".") == source.replace(".zh.", ".")
    return same_page or (".zh." in path and ".zh." not in source)
