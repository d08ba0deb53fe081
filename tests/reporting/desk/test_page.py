"""The page about many plans, worked on in a browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from policy_nlp.desk import Desk, load_decisions
from policy_nlp.reporting.desk.page import desk_page
from policy_nlp.reporting.desk.words import basis
from tests.browser import opened
from tests.desk.conftest import desk, make_desk

__all__ = ["desk", "make_desk"]


def written(folder: Path, content: Desk, lang: str = "zh") -> Path:
    path = folder / "desk.html"
    path.write_text(desk_page(content, basis(content, None), lang), encoding="utf-8")
    return path


def test_the_heat_map_and_the_scores_are_there(desk: Desk, tmp_path: Path, chromium: Any) -> None:
    with opened(chromium, written(tmp_path, desk)) as page:
        assert page.locator(".heat tbody tr").count() == 3
        assert page.locator(".heat td.missing").count() == 1
        assert page.locator("#scores tbody tr th").first.inner_text().startswith("云渡市")
        assert page.said == [] and len(page.asked) == 1


def test_a_finding_selects_its_evidence_on_both_sides(desk: Desk, tmp_path: Path, chromium: Any) -> None:
    with opened(chromium, written(tmp_path, desk)) as page:
        page.select_option("select[name=plan]", "p1")
        page.click('#p1 .card[data-type="later_deadline"] h4')
        chosen = [mark.inner_text() for mark in page.locator("#p1 .mark.chosen").all()]
        assert chosen == ["2024年底前", "2026年底前"]


def test_a_mark_and_a_cell_of_the_heat_map_lead_to_the_finding(desk: Desk, tmp_path: Path, chromium: Any) -> None:
    with opened(chromium, written(tmp_path, desk)) as page:
        page.click(".heat td.missing a")
        assert page.locator(".card.chosen").get_attribute("data-type") == "missing_task"
        page.select_option("select[name=plan]", "p1")
        page.click("#p1 .pane:nth-child(3) .mark.high")
        assert page.locator("#p1 .card.chosen").count() == 1


def test_filters_hide_what_is_not_asked_for(desk: Desk, tmp_path: Path, chromium: Any) -> None:
    with opened(chromium, written(tmp_path, desk)) as page:
        page.select_option("select[name=plan]", "p2")
        assert page.inner_text("#shown") == "3"
        page.select_option("select[name=type]", "missing_task")
        assert page.inner_text("#shown") == "1"
        page.fill("input[name=words]", "不存在的词")
        assert page.inner_text("#shown") == "0"


def test_decisions_are_saved_and_come_back(
    desk: Desk, make_desk: Callable[..., Desk], tmp_path: Path, chromium: Any
) -> None:
    with opened(chromium, written(tmp_path, desk), accept_downloads=True) as page:
        page.select_option("select[name=plan]", "p2")
        page.check('#p2 .card[data-type="missing_task"] input[value=rejected]')
        page.fill('#p2 .card[data-type="missing_task"] .comment input', "由县里承担 <b>")
        with page.expect_download() as download:
            page.click("#save")
        saved = tmp_path / "decisions.json"
        download.value.save_as(saved)
    assert json.loads(saved.read_text("utf-8"))["decisions"][0]["verdict"] == "rejected"
    decided = make_desk(load_decisions(saved, desk.template, [one.local for one in desk.comparisons]))
    with opened(chromium, written(tmp_path, decided)) as page:
        card = page.locator('.card[data-type="missing_task"]')
        assert card.get_attribute("data-verdict") == "rejected"
        assert card.locator(".comment input").input_value() == "由县里承担 <b>"


@pytest.mark.parametrize("width", [380, 1300])
def test_it_fits_the_screen_in_both_languages(desk: Desk, tmp_path: Path, chromium: Any, width: int) -> None:
    with opened(chromium, written(tmp_path, desk, "en"), viewport={"width": width, "height": 800}) as page:
        assert page.inner_text("#coverage h2") == "Coverage"
        page.click("#switch")
        assert page.inner_text("#coverage h2") == "覆盖矩阵"
        assert page.evaluate("document.documentElement.scrollWidth") <= width
