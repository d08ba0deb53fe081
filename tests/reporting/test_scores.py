"""Scores as Markdown and as CSV, counts beside ratios."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

import pytest

from policy_nlp.messages import LANGUAGES
from policy_nlp.reporting.scores import scores_page
from policy_nlp.reporting.scores_csv import scores_csv

FIGURES = {"p": 1.0, "r": 0.5, "f1": 0.6667, "gold": 2, "pred": 1, "tp": 1}
LAYERS = {"plans": FIGURES, "plan_iou": FIGURES | {"f1": 0.25}}
SCORES: dict[str, Any] = {
    "micro": LAYERS,
    "macro": {name: one | {"f1": 0.75} for name, one in LAYERS.items()},
    "intervals": {name: {"p": [0.5, 1.0], "r": [0.25, 1.0], "f1": [0.125, 1.0]} for name in LAYERS},
    "groups": {"genre": {"notice": {"documents": 1, "micro": LAYERS, "macro": LAYERS}}},
    "documents": [{"id": "a|b", "language": "zh", "layers": LAYERS}],
    "segmentation": {"window_diff": 0.125, "pk": 0.0625},
    "errors": {"unit": {"role": 3}},
    "against": {
        "layers": {"plans": {"f1": 0.5, "other": 0.25, "delta": 0.25, "interval": [-0.5, 0.75], "p_value": 0.125}}
    },
    "baseline": {"layers": {"plans": {"f1": 0.5, "before": 0.75, "delta": -0.25}}},
}


def test_all_documents_come_first_with_every_layer() -> None:
    assert scores_page(SCORES, "en").splitlines()[2:8] == [
        "## All documents",
        "",
        "| layer | precision | recall | F1 | 95 % interval | macro F1 "
        "| gold | predicted | shared | missed | false alarms |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        "| plans | 1.0000 | 0.5000 | 0.6667 | 0.1250–1.0000 | 0.7500 | 2 | 1 | 1 | 1 | 0 |",
        "| plan_iou | 1.0000 | 0.5000 | 0.2500 | 0.1250–1.0000 | 0.7500 | 2 | 1 | 1 | 1 | 0 |",
    ]


def test_groups_and_documents_show_the_standard_layers() -> None:
    page = scores_page(SCORES, "en")
    assert "| notice | plans | 1.0000 | 0.5000 | 0.6667 | – | 0.6667 | 2 | 1 | 1 | 1 | 0 |" in page
    assert "| a\\|b | plans | 1.0000 | 0.5000 | 0.6667 | – | – | 2 | 1 | 1 | 1 | 0 |" in page
    assert page.count("plan_iou") == 1


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("en", ["| body | wrong role | 3 |", "## Against another system", "| plans | 0.5000 | 0.7500 | -0.2500 |"]),
        ("zh", ["| 单位 | 角色错误 | 3 |", "## 与另一系统相比", "## 按文种"]),
    ],
)
def test_everything_has_its_heading(lang: str, lines: list[str]) -> None:
    page = scores_page(SCORES, lang).splitlines()
    assert set(lines) <= set(page)
    assert "| plans | 0.5000 | 0.2500 | 0.2500 | -0.5000–+0.7500 | 0.1250 |" in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_csv_has_a_line_for_each_layer_of_each_group(lang: str) -> None:
    table = list(csv.reader(StringIO(scores_csv(SCORES | {"documents": []}, lang))))
    assert table[0][0].startswith("\ufeff")
    assert [row[2] for row in table[1:]] == ["plans", "plan_iou"] * 2
    assert table[1][3:] == ["1.0", "0.5", "0.6667", "2", "1", "1", "1", "0", "0.75", "0.125", "1.0"]


def test_a_name_is_no_formula() -> None:
    documents = [{"id": "=1+1", "language": "zh", "layers": LAYERS}]
    assert list(csv.reader(StringIO(scores_csv(SCORES | {"documents": documents}, "en"))))[-1][1] == "'=1+1"
