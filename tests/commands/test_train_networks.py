"""`train transformers` and `train pairs`: networks of one's own, and `compare` that asks one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from policy_nlp.interchange import dumps, to_json
from policy_nlp.learning.cards import CARD, read_card
from policy_nlp.pipeline import parse

from .conftest import Run

PLAN = """{place}校车安全方案

一、主要任务
1.排查隐患。完成全部校车的检查。（{place}教育局牵头）
2.培训驾驶员。每半年组织1次培训，学习{place}的线路。（{place}公安局牵头）
"""
RECIPE = """
[network]
model_type = "bert"
hidden_size = 16
num_hidden_layers = 1
num_attention_heads = 2
intermediate_size = 16
max_position_embeddings = 66
[tokenizer]
vocabulary = 300
[windows]
size = 32
overlap = 8
"""
SHORT = ("--epochs", "1", "--device", "cpu")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Plans with gold files, two templates with a local plan each, and a recipe that is trained in a moment."""
    folder = tmp_path / "gold"
    for split, places in (("train", ("甲省", "乙市", "丙省", "丁市")), ("dev", ("戊市",))):
        (folder / split).mkdir(parents=True)
        for place in places:
            text = PLAN.format(place=place)
            (folder / split / f"{place}.txt").write_text(text, encoding="utf-8")
            document = dumps(to_json(parse(text, language="zh", id=place)))
            (folder / split / f"{place}.gold.json").write_text(document, encoding="utf-8")
    for template, local in (("甲省", "乙市"), ("丙省", "丁市")):
        pairs = [{"template_task": name, "local_tasks": [name], "relation": "same"} for name in ("t1", "t2")]
        data: dict[str, Any] = {"template": template, "local": local, "pairs": pairs, "gaps": [], "not_applicable": []}
        (folder / "train" / f"{template}--{local}.gaps.json").write_text(dumps(data), encoding="utf-8")
    (tmp_path / "recipe.toml").write_text(RECIPE, encoding="utf-8")
    return folder


def test_a_network_is_trained_from_nothing(run: Run, gold: Path, tmp_path: Path) -> None:
    pytest.importorskip("transformers", reason="needs policy-nlp[transformers]")
    folder, recipe = tmp_path / "model", tmp_path / "recipe.toml"
    done = run("-v", "train", "transformers", "--corpus", gold, "-o", folder, "--recipe", recipe, "--seed", "4", *SHORT)
    assert done.exit_code == 0, done.output
    assert f"{folder}: trained on 4 documents, held back 1" in done.stderr
    assert "epoch 1 of 1" in done.stderr
    assert done.stdout == ""
    card = read_card(folder)
    assert (card.name, card.languages, card.seed, card.settings["windows"]["size"]) == ("model", ("zh",), 4, 32)
    assert set(card.figures["layers"]) == {"task", "unit", "deadline", "target"}
    assert "| deadlines |" in (folder / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_pair_model_is_trained_and_asked(
    run: Run, gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("transformers", reason="needs policy-nlp[transformers]")
    recipe, folder = tmp_path / "recipe.toml", tmp_path / "pairs"
    pytest.importorskip("onnx", reason="needs policy-nlp[onnx]")
    done = run("--lang", "zh", "train", "pairs", "--corpus", gold, "-o", folder, "--recipe", recipe, "--onnx", *SHORT)
    assert done.exit_code == 0, done.output
    assert (folder / "model.onnx").is_file()
    page = (folder / "README.md").read_text(encoding="utf-8")
    assert "| 部分 |" in page
    assert "pair_model" in page
    monkeypatch.chdir(tmp_path)
    above, below = gold / "train" / "甲省.txt", gold / "train" / "乙市.txt"
    alone = json.loads(run("compare", above, below).stdout)
    (tmp_path / "policy_nlp.toml").write_text('pair_model = "pairs"\n', encoding="utf-8")
    asked = run("compare", above, below)
    assert asked.exit_code == 0, asked.output
    pairs = json.loads(asked.stdout)["pairs"]
    assert (
        [pair["local_tasks"] for pair in pairs] == [pair["local_tasks"] for pair in alone["pairs"]] == [["t1"], ["t2"]]
    )
    assert all(pair["similarity"] >= one["similarity"] for pair, one in zip(pairs, alone["pairs"], strict=True))


def test_a_configured_model_that_could_run_code_stops_the_comparison(
    run: Run, gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pairs").mkdir()
    (tmp_path / "pairs" / "model.pt").write_bytes(b"x")
    (tmp_path / "policy_nlp.toml").write_text('pair_model = "pairs"\n', encoding="utf-8")
    done = run("compare", gold / "train" / "甲省.txt", gold / "train" / "乙市.txt")
    assert done.exit_code == 2
    assert "model.pt is a pickle" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("kind", ["transformers", "pairs"])
def test_a_checkpoint_that_is_not_here_is_not_fetched(run: Run, gold: Path, tmp_path: Path, kind: str) -> None:
    pytest.importorskip("transformers", reason="needs policy-nlp[transformers]")
    done = run("train", kind, "--corpus", gold, "-o", tmp_path / "model", "--base", "nobody/no-such-checkpoint", *SHORT)
    assert done.exit_code == 2
    assert "--allow-download" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gold", "recipe.toml"]


def test_a_broken_recipe_is_named_before_anything_is_written(run: Run, gold: Path, tmp_path: Path) -> None:
    recipe = tmp_path / "recipe.toml"
    recipe.write_text("[windows]\nsize = -1\n", encoding="utf-8")
    done = run("train", "transformers", "--corpus", gold, "-o", tmp_path / "model", "--recipe", recipe)
    assert done.exit_code == 2
    assert f"{recipe}: the recipe of the network is wrong: size = -1" in done.stderr
    assert not (tmp_path / "model").exists()


def test_pairs_need_gold_comparisons(run: Run, gold: Path, tmp_path: Path) -> None:
    for path in (gold / "train").glob("*.gaps.json"):
        path.unlink()
    done = run("train", "pairs", "--corpus", gold, "-o", tmp_path / "model")
    assert done.exit_code == 2
    assert "0 gold comparisons" in done.stderr


def test_a_folder_with_something_in_it_is_left_alone(run: Run, gold: Path, tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / CARD).write_text("{}", encoding="utf-8")
    done = run("train", "pairs", "--corpus", gold, "-o", tmp_path / "model")
    assert done.exit_code == 2
    assert (tmp_path / "model" / CARD).read_text(encoding="utf-8") == "{}"
