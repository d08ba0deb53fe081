"""The baselines find what they are made to find, and write what the scorer reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.baselines import jionlp_times, recognizers_times
from evaluation.baselines.entity_ruler import entity_ruler
from evaluation.baselines.found import Baseline, Found, first_year, lines, write
from evaluation.baselines.jieba_tags import jieba_tags
from evaluation.baselines.keywords import keywords
from evaluation.baselines.registry import CONTESTANTS
from policy_nlp.interchange import dumps, to_json
from policy_nlp.pipeline import parse
from policy_nlp.scoring import evaluate

ZH = "青溪县绿化方案\n（一）清淤疏浚十条河道，2026年6月底前达标率达到90%。（县水务局牵头，县财政局配合）\n"
EN = "Harwick Green Plan\n1. Plant 200 trees by the end of 2027, at least 90% native. (Lead: Department of Parks)\n"


def said(baseline: Baseline, text: str, language: str) -> set[tuple[str, str]]:
    return {(text[one.start : one.end], one.label) for one in baseline(text, language)}


def test_keywords_read_both_languages() -> None:
    assert {("县水务局", "lead"), ("县财政局", "co"), ("2026年6月底前", "deadline"), ("达到90%", "target")} < said(
        keywords, ZH, "zh"
    )
    english = said(keywords, EN, "en")
    assert {("Department of Parks", "lead"), ("by the end of 2027", "deadline"), ("at least 90%", "target")} < english
    assert [one.attributes["value"] for one in keywords(EN, "en") if one.label == "deadline"] == ["2027-12-31"]


def test_a_block_on_its_own_line_belongs_to_the_line_before() -> None:
    found = list(keywords(ZH.replace("（县水务局", "\n（县水务局"), "zh"))
    assert {one.attributes.get("task") for one in found if one.label != "task"} == {"t1"}


def test_jieba_words_keep_their_places() -> None:
    text = "由国务院办公厅牵头，教育部配合。"
    found = said(jieba_tags, text, "zh")
    assert found and all(label == "nt" and quote in text for quote, label in found)


def test_the_ruler_marks_names_dates_and_per_cents() -> None:
    pytest.importorskip("spacy")
    assert {("2026年", "DATE"), ("90%", "PERCENT")} <= said(entity_ruler, "2026年达到90%。", "zh")
    assert ("by the end of 2027", "DATE") in said(entity_ruler, EN, "en")
    assert ("Department of Parks", "ORG") in said(entity_ruler, EN, "en")


@pytest.mark.parametrize(
    ("kind", "text", "time", "value"),
    [
        ("time_span", "6月至12月", ["2026-06-01 00", "2026-12-31 23"], "2026-06-01/2026-12-31"),
        ("time_point", "2026年", ["2026-01-01 00", "2026-12-31 23"], "2026-12-31"),
        ("time_period", "每年", {"delta": {"year": 1}}, "FREQ=YEARLY;INTERVAL=1"),
        ("time_delta", "三个月", {"month": 3.0}, "P3M"),
        ("time_delta", "几天", [{}, {}], None),
    ],
)
def test_times_of_jionlp_become_values_of_ours(kind: str, text: str, time: object, value: str | None) -> None:
    assert jionlp_times.value({"type": kind, "text": text, "detail": {"time": time}}) == value


@pytest.mark.parametrize(
    ("kind", "first", "value"),
    [
        ("date", {"timex": "2026-06-30", "value": "2026-06-30"}, "2026-06-30"),
        ("date", {"timex": "XXXX-XX-90", "value": "not resolved"}, None),
        ("daterange", {"timex": "2026-06", "start": "2026-06-01", "end": "2026-07-01"}, "2026-06-30"),
        ("duration", {"timex": "P90D", "value": "7776000"}, "P90D"),
        ("set", {"timex": "P1W", "value": "not resolved"}, "FREQ=WEEKLY;INTERVAL=1"),
        ("set", {"timex": "XXXX-WXX-1"}, None),
    ],
)
def test_times_of_recognizers_become_values_of_ours(kind: str, first: dict[str, str], value: str | None) -> None:
    assert recognizers_times.value(kind, {"values": [first]}) == value
    assert recognizers_times.value(kind, None) is None


def test_what_is_written_can_be_scored(tmp_path: Path) -> None:
    gold = parse(ZH, id="qingxi")
    (tmp_path / "qingxi.gold.json").write_text(dumps(to_json(gold, with_text=True)), encoding="utf-8")
    path = tmp_path / "found" / "keywords.jsonl"
    write([gold], keywords, path)
    micro = evaluate(tmp_path / "qingxi.gold.json", pred_path=path)["micro"]
    assert (micro["unit_lead"]["tp"], micro["deadline_value"]["tp"], micro["task_start"]["tp"]) == (1, 1, 1)


def test_lines_and_the_first_year() -> None:
    assert list(lines("甲\n\n乙")) == [(0, "甲"), (3, "乙")]
    assert first_year("编号120245，2024年") == 2024
    assert first_year("本年度") is None


def test_what_needs_nothing_further_is_always_there() -> None:
    assert CONTESTANTS["keywords"].is_installed and CONTESTANTS["jieba"].is_installed
    assert Found(0, 1, "nt").attributes == {}
