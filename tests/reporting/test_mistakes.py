"""The error report: one page, everything escaped, both languages."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from policy_nlp.messages import LANGUAGES
from policy_nlp.reporting.mistakes.page import mistakes_page
from policy_nlp.reporting.mistakes.views import mistake_view
from policy_nlp.schema import Deadline, DeadlineKind, Document, Plan, Role, Task, Unit
from policy_nlp.scoring.cases import Cases
from policy_nlp.scoring.evaluation import scores_of
from policy_nlp.scoring.mistakes import mistakes

EVIL = "<script>document.title='乱入'</script><img src=x onerror=alert(1)>"
TEXT = f"青禾县防汛方案。\n（一）由县水务局牵头清淤，2026年底前完成。{EVIL}（二）县应急管理局开展演练。"
BROWSER = shutil.which("chromium")


def span(quote: str) -> tuple[int, int]:
    start = TEXT.index(quote)
    return start, start + len(quote)


def unit(quote: str, role: Role, *tasks: str) -> Unit:
    return Unit(quote, span(quote), role, tasks)


GOLD = Document(
    "qinghe",
    "zh",
    TEXT,
    plans=(Plan("p1", "青禾县防汛方案", (0, len(TEXT))),),
    tasks=(
        Task("t1", "p1", None, "一", span("（一）由县水务局牵头清淤，2026年底前完成。")),
        Task("t2", "p1", None, "二", span("（二）县应急管理局开展演练。")),
    ),
    units=(unit("县水务局", Role.LEAD, "t1"), unit("县应急管理局", Role.ACTOR, "t2")),
    deadlines=(Deadline("2026年底前", span("2026年底前"), DeadlineKind.BY, "2026-12-31", "t1"),),
)
PRED = replace(
    GOLD,
    units=(unit("水务局", Role.CO, "t1"), unit("script", Role.ACTOR)),
    deadlines=(replace(GOLD.deadlines[0], value="2026-06-30", task=None),),
)
CASES = Cases({"qinghe": GOLD}, {"qinghe": PRED})


def page(lang: str) -> str:
    return mistakes_page(CASES, scores_of(CASES), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_of_the_text_becomes_markup(lang: str) -> None:
    tree = LexborHTMLParser(page(lang))
    assert not tree.css("script, img, iframe, link, object, embed")
    assert not [node for node in tree.css("*") for name in node.attributes if name.startswith("on")]
    assert "default-src 'none'" in page(lang)
    assert EVIL[:20] in (tree.body.text() if tree.body else "")


def test_each_cause_has_its_chapter_and_each_mistake_its_card() -> None:
    tree = LexborHTMLParser(page("zh"))
    assert [node.attributes["id"] for node in tree.css("section")] == ["role", "value", "missed", "spurious"]
    cards = [" ".join(node.text().split()) for node in tree.css("article")]
    assert len(cards) == 4
    assert "单位" in cards[0] and "牵头 · 任务 t1" in cards[0] and "配合 · 任务 t1" in cards[0]
    assert "边界错误" in cards[0]
    assert "2026-06-30 · 不属任何任务" in cards[1]


def test_the_passage_shows_what_belongs_to_which_side() -> None:
    (role, *_) = [one for one in mistakes(GOLD, PRED) if one.gold and one.gold.kind == "unit"]
    pieces = mistake_view(role, TEXT, "en").pieces
    assert [(one.text, one.side) for one in pieces[1:3]] == [("县", "gold"), ("水务局", "both")]
    assert "".join(one.text for one in pieces).startswith("青禾县防汛方案。\n（一）由")


def test_a_long_passage_loses_its_middle() -> None:
    long = Document("a", "zh", "田" * 5000, tasks=(Task("t1", "p1", None, "", (0, 5000)),))
    (found,) = mistakes(long, replace(long, tasks=()))
    (piece,) = mistake_view(found, long.text, "zh").pieces
    assert len(piece.text) < 400 and "…" in piece.text


def test_what_sets_documents_apart_has_a_table_of_its_own() -> None:
    english = replace(GOLD, id="harwick", language="en")
    cases = Cases({"qinghe": GOLD, "harwick": english}, {"qinghe": PRED, "harwick": english})
    tables = LexborHTMLParser(mistakes_page(cases, scores_of(cases), "zh")).css("table")
    assert len(tables) == 3
    firsts = [row.css("td")[0].text() for row in tables[2].css("tbody tr")]
    assert firsts == ["en", "zh"]
    assert "0.0000 (0/1/0)" in tables[2].css("tbody tr")[1].text()


def test_the_same_scores_give_the_same_page() -> None:
    assert page("en") == page("en")
    assert page("en") != page("zh")


@pytest.mark.skipif(BROWSER is None, reason="needs chromium")
def test_a_browser_shows_it_and_runs_nothing(tmp_path: Path) -> None:
    file = tmp_path / "errors.html"
    file.write_text(page("zh"), encoding="utf-8")
    command = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    result = subprocess.run(
        [*command, "--dump-dom", file.as_uri()], capture_output=True, text=True, timeout=120, check=True
    )
    assert "<title>错误报告</title>" in result.stdout
    assert "<img" not in result.stdout
