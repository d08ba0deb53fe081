"""The spaCy project under `models/` says what the package does."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from policy_nlp.learning.spacy_models.reader import READER, read_blocks

from ..learning.plans import corpus_folder

ROOT = Path(__file__).parents[2]
MODELS = ROOT / "models"
OWN = ROOT / "policy_nlp" / "learning" / "spacy_models" / "configs"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_its_configurations_are_those_of_the_package(language: str) -> None:
    name = f"{language}.cfg"
    assert (MODELS / "configs" / name).read_text(encoding="utf-8") == (OWN / name).read_text(encoding="utf-8")


def test_its_commands_depend_on_files_that_are_there_or_made() -> None:
    weasel = pytest.importorskip("weasel.util.config", reason="needs policy-nlp[spacy]")
    project = weasel.load_project_config(MODELS)
    made = {output for command in project["commands"] for output in command["outputs"]}
    needed = {path for command in project["commands"] for path in command.get("deps", [])}
    assert all((MODELS / path).exists() for path in needed - made)
    assert {step for steps in project["workflows"].values() for step in steps} == {
        command["name"] for command in project["commands"]
    }


def test_spacy_finds_the_reader_by_its_entry_point() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    module, _, function = declared["spacy_readers"][READER].partition(":")
    assert getattr(import_module(module), function) is read_blocks


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_configurations_read_a_corpus_and_make_a_pipeline(language: str, tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="needs policy-nlp[spacy]")
    spacy.registry.readers(READER, func=read_blocks)
    overrides = {"paths.corpus": str(corpus_folder(tmp_path))}
    config = spacy.util.load_config(MODELS / "configs" / f"{language}.cfg", overrides=overrides)
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    settings = spacy.registry.resolve({"dev": config.interpolate()["corpora"]["dev"]})
    found = list(settings["dev"](nlp))
    assert {entity.label_ for one in found for entity in one.reference.ents} >= {"unit-lead", "deadline-by", "target"}
    assert sum(one.reference.cats["task"] for one in found) == 3
