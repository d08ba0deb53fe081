"""`--model`: a trained model beside the rules, wherever plans are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from policy_nlp.batches import Request
from policy_nlp.interchange import dumps, to_json
from policy_nlp.pipeline import parse

from .conftest import PLAN, Run


def gold_file(folder: Path, number: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text, name = PLAN.replace("青禾", f"青{'禾山河'[number]}"), f"plan-{number}"
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    gold = dumps(to_json(parse(text, language="zh", id=name)))
    (folder / f"{name}.gold.json").write_text(gold, encoding="utf-8")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    for number, split in enumerate(("train", "train", "dev")):
        gold_file(folder / split, number)
    return folder


@pytest.fixture(scope="module")
def model(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline for Chinese that fills gaps, whether or not that helps."""
    pytest.importorskip("spacy", reason="needs policy-nlp[spacy]")
    from policy_nlp.commands.session import Session
    from policy_nlp.commands.training import run_spacy
    from policy_nlp.learning.training import Device, Training

    folder = tmp_path_factory.mktemp("models") / "fresh"
    training = Training(epochs=3, device=Device.CPU)
    run_spacy(Session("en"), corpus, folder, language=None, training=training)
    policies = "".join(f'[zh.{layer}]\npolicy = "fill"\n' for layer in ("task", "unit", "deadline", "target"))
    (folder / "zh" / "policies.toml").write_text(policies, encoding="utf-8")
    return folder


@pytest.mark.parametrize("below", [".", "zh"])
def test_extract_reads_with_a_model_of_the_language(run: Run, plan: Path, model: Path, below: str) -> None:
    done = run("extract", plan, "--model", model / below)
    assert done.exit_code == 0, done.output
    alone = json.loads(run("extract", plan, "--model", "none").stdout)
    both = json.loads(done.stdout)
    assert alone == json.loads(run("extract", plan).stdout)
    assert {task["id"] for task in alone["tasks"]} <= {task["id"] for task in both["tasks"]}
    assert "model_off" not in {note["code"] for note in both["diagnostics"]}


def test_results_in_a_folder_stand_only_for_the_same_model(run: Run, plan: Path, model: Path, tmp_path: Path) -> None:
    assert run("extract", plan, "-o", f"{tmp_path}/", "--model", model).exit_code == 0
    before = Request(model=str(model)).fingerprint()
    assert before == Request(model=str(model)).fingerprint()
    policies = model / "zh" / "policies.toml"
    written = policies.read_text(encoding="utf-8")
    policies.write_text(written + "# read again", encoding="utf-8")
    after = Request(model=str(model)).fingerprint()
    policies.write_text(written, encoding="utf-8")
    assert len({before, after, Request().fingerprint()}) == 3


def test_a_folder_of_results_needs_the_model_that_is_named(run: Run, plan: Path, tmp_path: Path) -> None:
    assert run("extract", plan, "-o", f"{tmp_path}/out/", "--model", tmp_path / "nowhere").exit_code == 2


def test_evaluate_scores_rules_and_model_together(run: Run, corpus: Path, model: Path) -> None:
    done = run("evaluate", "--gold", corpus / "dev", "--run", "--model", model)
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["micro"]["task_span"]["gold"] > 0


def test_evaluate_needs_run_with_a_model(run: Run, corpus: Path, model: Path) -> None:
    done = run("evaluate", "--gold", corpus / "dev", "--pred", corpus / "dev", "--model", model)
    assert done.exit_code == 2
    assert "--model goes with --run" in done.stderr


def test_annotate_suggests_what_both_find(run: Run, plan: Path, model: Path, tmp_path: Path) -> None:
    done = run("annotate", plan, "-o", tmp_path / "tasks.json", "--model", model)
    assert done.exit_code == 0, done.output
    assert json.loads((tmp_path / "tasks.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("command", ["extract", "annotate"])
def test_a_folder_that_is_no_model_is_refused(run: Run, plan: Path, tmp_path: Path, command: str) -> None:
    (tmp_path / "empty").mkdir()
    done = run(command, plan, "-o", tmp_path / "out.json", "--model", tmp_path / "empty")
    assert done.exit_code == 2
    assert f"{tmp_path / 'empty'}: there is no policy_nlp_model.json" in done.stderr
    assert not (tmp_path / "out.json").exists()


def test_a_model_of_another_language_is_refused(run: Run, model: Path, tmp_path: Path) -> None:
    (tmp_path / "moss.txt").write_text("# Moss Plan\n\n- Open six hubs by June 2025.\n", encoding="utf-8")
    done = run("extract", tmp_path / "moss.txt", "--model", model / "zh")
    assert done.exit_code == 2
    assert "not for en" in done.stderr


def test_the_page_of_a_model_says_what_was_chosen(model: Path) -> None:
    page = (model / "zh" / "README.md").read_text(encoding="utf-8")
    assert "## Together with the rules" in page
    assert "| Chinese | units |" in page
