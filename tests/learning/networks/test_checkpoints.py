"""Where training may begin: a folder of this machine, a name that was fetched before, or nothing; never a network."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from policy_nlp.errors import InputError
from policy_nlp.learning.networks.checkpoints import Start, begun, from_checkpoint, saved
from policy_nlp.learning.networks.recipes import Recipe, load_recipe

from ..lines import recipe

transformers = pytest.importorskip("transformers", reason="needs the extra transformers")
torch = pytest.importorskip("torch", reason="needs the extra transformers")

HEAD = "AutoModelForTokenClassification"
TEXTS = ["县水务局牵头巡查水库。", "The Water Office inspects the dams."]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A checkpoint without a head for our labels, as one lies on a disk."""
    checkpoint = begun(Start(recipe=load_recipe(recipe(tmp_path))), "AutoModel", ["x"], TEXTS, path="base")
    folder = tmp_path / "base"
    checkpoint.network.save_pretrained(folder)
    checkpoint.tokenizer.save_pretrained(folder)
    return folder


@pytest.fixture
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_a_folder_gets_a_head_for_our_labels_and_keeps_its_body(base: Path) -> None:
    begun_with = from_checkpoint(str(base), HEAD, ["O", "B", "I"])
    assert begun_with.network.config.id2label == {0: "O", 1: "B", 2: "I"}
    body = transformers.AutoModel.from_pretrained(base).get_input_embeddings().weight
    assert torch.equal(begun_with.network.get_input_embeddings().weight[: len(body)], body)


def test_line_ends_become_a_token_of_their_own(tmp_path: Path) -> None:
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "b"]
    (tmp_path / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    transformers.BertTokenizerFast(vocab=str(tmp_path / "vocab.txt")).save_pretrained(tmp_path)
    config = transformers.BertConfig(
        vocab_size=len(words), hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8
    )
    transformers.BertModel(config).save_pretrained(tmp_path)
    found = from_checkpoint(str(tmp_path), HEAD, ["O", "B", "I"])
    ids = found.tokenizer("a\nb", add_special_tokens=False)["input_ids"]
    assert found.tokenizer.convert_ids_to_tokens(ids) == ["a", "\n", "b"]
    assert found.network.get_input_embeddings().num_embeddings > max(ids)


def test_a_head_of_other_labels_is_replaced(tmp_path: Path) -> None:
    other = begun(Start(recipe=load_recipe(recipe(tmp_path))), HEAD, ["O", "B-river"], TEXTS, path="base")
    other.network.save_pretrained(tmp_path / "other")
    other.tokenizer.save_pretrained(tmp_path / "other")
    assert from_checkpoint(str(tmp_path / "other"), HEAD, list("abcde")).network.num_labels == 5


@pytest.mark.parametrize(("name", "code"), [("pytorch_model.bin", "model_pickle"), ("modeling.py", "model_code")])
def test_a_base_that_could_run_code_is_refused(base: Path, name: str, code: str) -> None:
    (base / name).write_bytes(b"x")
    with pytest.raises(InputError) as refused:
        from_checkpoint(str(base), HEAD, ["O"])
    assert (refused.value.code, refused.value.path) == (code, str(base))


@pytest.mark.usefixtures("_no_network")
def test_a_name_on_a_hub_is_not_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(InputError) as refused:
        from_checkpoint("nobody/no-such-checkpoint", HEAD, ["O"])
    assert refused.value.code == "model_not_here"


@pytest.mark.usefixtures("_no_network")
def test_a_folder_is_read_without_a_network(base: Path) -> None:
    assert saved(base, "AutoModel").tokenizer.is_fast


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "model.safetensors"])
def test_a_damaged_folder_is_told(base: Path, name: str) -> None:
    (base / name).write_bytes((base / name).read_bytes()[:50])
    with pytest.raises(InputError) as refused:
        saved(base, "AutoModel")
    assert (refused.value.code, refused.value.path) == ("model_unloadable", str(base))


@pytest.mark.parametrize("network", [{}, {"model_type": "abacus"}, {"model_type": "bert", "hidden_size": 7}])
def test_a_recipe_of_no_network_is_told(network: dict[str, Any]) -> None:
    with pytest.raises(InputError) as refused:
        begun(Start(recipe=Recipe(network)), HEAD, ["O"], TEXTS, path="model")
    assert refused.value.code == "recipe_broken"
