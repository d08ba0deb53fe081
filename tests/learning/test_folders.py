"""Every folder that is no model of ours, or could run code, is refused before a library opens it, with its reason."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from policy_nlp.errors import InputError
from policy_nlp.learning.cards import CARD, FORMAT, Card, Kind, made_with, read_card, write_card
from policy_nlp.learning.loading import checked
from policy_nlp.messages import LANGUAGES
from policy_nlp.messages.failure import error_text

from .folders import model_folder


def refusal(folder: Path, *, language: str = "zh") -> InputError:
    with pytest.raises(InputError) as refused:
        checked(folder, language=language)
    for lang in LANGUAGES:
        assert str(folder) in error_text(refused.value, lang)
    return refused.value


def test_a_card_comes_back_as_it_was_written(tmp_path: Path) -> None:
    card = Card(
        name="tiny",
        kind=Kind.PAIRS,
        languages=("zh", "en"),
        labels=("same", "partial", "none"),
        seed=7,
        corpus="ab" * 32,
        base="some/base",
        figures={"zh": {"f1": 0.5}},
        settings={"window": 128},
        made_with={"nothing": "1"},
    )
    write_card(tmp_path / "new", card)
    assert read_card(tmp_path / "new") == card


def test_no_such_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere").code == "no_such_file"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "model").write_text("x", encoding="utf-8")
    assert refusal(tmp_path / "model").code == "model_not_a_folder"


def test_no_card(tmp_path: Path) -> None:
    folder = model_folder(tmp_path / "model")
    (folder / CARD).unlink()
    assert refusal(folder).code == "model_no_card"


@pytest.mark.parametrize("written", ["{", "[]", "3", "{}", '{"format": "1"}', '{"format": 1}', "[" * 100_000])
def test_a_broken_card(tmp_path: Path, written: str) -> None:
    folder = model_folder(tmp_path / "model")
    (folder / CARD).write_text(written, encoding="utf-8")
    # The check of all JSON files comes first; either names the file.
    assert CARD in str(refusal(folder).fields)


@pytest.mark.parametrize(
    ("name", "value"), [("kind", "crf"), ("languages", "zh"), ("languages", None), ("seed", "one"), ("figures", 3)]
)
def test_a_card_with_an_entry_that_cannot_be(tmp_path: Path, name: str, value: object) -> None:
    assert refusal(model_folder(tmp_path / "model", **{name: value})).code == "model_card_broken"


@pytest.mark.parametrize(("found", "code"), [(FORMAT - 1, "model_older"), (FORMAT + 1, "model_newer")])
def test_another_format(tmp_path: Path, found: int, code: str) -> None:
    error = refusal(model_folder(tmp_path / "model", format=found))
    assert (error.code, error.fields["found"]) == (code, found)


def test_a_library_of_another_major_version(tmp_path: Path) -> None:
    error = refusal(model_folder(tmp_path / "model", made_with={"pytest": "1.2"}))
    assert (error.code, error.fields["found"]) == ("model_library", "1.2")


def test_the_installed_library_is_on_the_card() -> None:
    pytest.importorskip("spacy", reason="needs the extra spacy")
    assert made_with(Kind.SPACY).keys() == {"spacy"}


def test_a_language_that_it_was_not_made_for(tmp_path: Path) -> None:
    error = refusal(model_folder(tmp_path / "model"), language="en")
    assert (error.code, error.fields) == ("model_language", {"languages": "zh", "language": "en"})


def test_a_model_of_pairs_reads_no_plans(tmp_path: Path) -> None:
    assert refusal(model_folder(tmp_path / "model", kind=Kind.PAIRS)).code == "model_kind"


@pytest.mark.parametrize("name", ["pytorch_model.bin", "a.pkl", "a.pickle", "a.pt", "a.PTH", "a.ckpt", "b/a.joblib"])
@pytest.mark.parametrize("kind", [Kind.TRANSFORMERS, Kind.SPACY])
def test_a_file_named_like_a_pickle(tmp_path: Path, name: str, kind: Kind) -> None:
    folder = model_folder(tmp_path / "model", kind=kind)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"x")
    error = refusal(folder)
    assert (error.code, error.fields["file"]) == ("model_pickle", name)


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_a_pickle_under_another_name(tmp_path: Path, protocol: int) -> None:
    folder = model_folder(tmp_path / "model", kind=Kind.SPACY)
    (folder / "lookups.bin").write_bytes(pickle.dumps({"a": 1}, protocol=protocol))
    assert refusal(folder).code == "model_pickle"


def test_an_archive_as_torch_writes_it(tmp_path: Path) -> None:
    folder = model_folder(tmp_path / "model")
    (folder / "weights").write_bytes(b"PK\x03\x04data.pkl")
    assert refusal(folder).code == "model_pickle"


def test_a_program(tmp_path: Path) -> None:
    folder = model_folder(tmp_path / "model")
    (folder / "modeling.py").write_text("raise SystemExit", encoding="utf-8")
    assert refusal(folder).code == "model_code"


@pytest.mark.parametrize(
    "asks",
    [
        {"auto_map": {"AutoModel": "modeling.Model"}},
        {"tokenizer": [{"auto_map": "x--y.Z"}]},
        {"trust_remote_code": True},
    ],
)
def test_a_configuration_that_asks_for_code(tmp_path: Path, asks: dict[str, Any]) -> None:
    folder = model_folder(tmp_path / "model")
    (folder / "config.json").write_text(json.dumps(asks), encoding="utf-8")
    error = refusal(folder)
    assert (error.code, error.fields["file"]) == ("model_remote_code", "config.json")


def test_weights_that_are_no_safetensors(tmp_path: Path) -> None:
    folder = model_folder(tmp_path / "model")
    (folder / "model.safetensors").rename(folder / "model.msgpack")
    assert refusal(folder).code == "model_no_weights"


def test_a_word_of_a_vocabulary_is_no_setting(tmp_path: Path) -> None:
    folder = model_folder(tmp_path / "model", languages=["en"])
    (folder / "vocab.json").write_text('{"auto_map": 17, "trust_remote_code": 1}', encoding="utf-8")
    assert refusal(folder).code == "model_language"
