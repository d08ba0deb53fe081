"""The page of a plan, looked at and clicked in a browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_nlp.reporting.page import plan_page
from policy_nlp.reporting.page.marks import Mark, pieces
from policy_nlp.schema import Diagnostic, Document, Severity
from tests.browser import opened

HOSTILE = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\"> {{ 7*7 }} </div>"


def written(folder: Path, document: Document, lang: str = "zh") -> Path:
    path = folder / f"{lang}.html"
    path.write_text(plan_page(document, lang), encoding="utf-8")
    return path


@given(st.text(min_size=1), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=8))
def test_pieces_are_the_text(text: str, drawn: list[tuple[int, int]]) -> None:
    spans = [(start, min(start + length, len(text))) for start, length in drawn if start < len(text)]
    found = pieces(text, [Mark(f"m{index}", "lead", span, ()) for index, span in enumerate(spans)])
    assert "".join(piece.text for piece in found) == text
    begun = [mark.id for piece in found for mark in piece.begins]
    assert sorted(begun) == sorted(f"m{index}" for index in range(len(spans)))


def test_every_span_is_marked_and_nothing_is_loaded(document: Document, tmp_path: Path, chromium: Any) -> None:
    with opened(chromium, written(tmp_path, document)) as page:
        assert page.inner_text(".plan") == document.text
        marked = [page.inner_text(f'.mark[data-marks~="{name}"]') for name in ("u0", "u1", "d0", "d1", "g0")]
        assert marked == ["县水务局", "各乡镇", "2026年底前", "每季度", "整改率100%"]
        assert page.said == [] and len(page.asked) == 1


def test_a_click_on_an_entry_goes_to_its_words_and_back(document: Document, tmp_path: Path, chromium: Any) -> None:
    with opened(chromium, written(tmp_path, document)) as page:
        page.click("#card-t1 li.deadline a")
        assert page.url.endswith("#d0")
        assert page.inner_text(".mark.chosen") == "2026年底前"
        page.click('.mark[data-marks~="u1"]')
        assert page.url.endswith("#card-t1")
        assert page.locator(".card.chosen").count() == 2


def test_links_work_without_scripts_and_by_keyboard(document: Document, tmp_path: Path, chromium: Any) -> None:
    with opened(chromium, written(tmp_path, document), java_script_enabled=False) as page:
        page.focus("#card-t1 li.lead a")
        page.keyboard.press("Enter")
        assert page.url.endswith("#u0")


@pytest.mark.parametrize(("lang", "here", "there"), [("zh", "任务", "Tasks"), ("en", "Tasks", "任务")])
def test_both_languages_are_one_click_apart(
    document: Document, tmp_path: Path, chromium: Any, lang: str, here: str, there: str
) -> None:
    with opened(chromium, written(tmp_path, document, lang)) as page:
        assert page.inner_text("#tasks-head") == here
        page.click("#switch")
        assert page.inner_text("#tasks-head") == there


def test_a_document_s_text_is_shown_and_never_run(document: Document, tmp_path: Path, chromium: Any) -> None:
    text = HOSTILE + document.text
    note = Diagnostic("odd", Severity.LOW, {"zh": HOSTILE, "en": HOSTILE})
    hostile = replace(
        Document("x", "zh", text), plans=(replace(document.plans[0], title=HOSTILE),), diagnostics=(note,)
    )
    with opened(chromium, written(tmp_path, hostile)) as page:
        page.wait_for_timeout(100)
        assert page.title() == HOSTILE
        assert page.inner_text(".plan") == text
        assert page.locator("img").count() == 0


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_nothing_sticks_out_of_a_narrow_screen(document: Document, tmp_path: Path, chromium: Any, width: int) -> None:
    screen = {"width": width, "height": 800}
    with opened(chromium, written(tmp_path, document), viewport=screen) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_dark_mode_turns_the_paper_dark(document: Document, tmp_path: Path, chromium: Any) -> None:
    colors = []
    for scheme in ("light", "dark"):
        with opened(chromium, written(tmp_path, document), color_scheme=scheme) as page:
            colors.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert colors[0] != colors[1]


def test_the_same_document_gives_the_same_page(document: Document) -> None:
    assert plan_page(document, "en") == plan_page(document, "en")
