"""A model of meanings on this machine: loaded from a folder, heard beside the words, refused where it is broken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from policy_nlp.comparison import compare
from policy_nlp.comparison.meanings import encoder
from policy_nlp.comparison.settings import Settings, load_settings
from policy_nlp.errors import InputError
from policy_nlp.pipeline import parse

ABOVE = "河陇省水库方案\n\n一、重点任务\n1.豢养信鸽。给鸽舍添置食槽。\n2.裱糊窗棂。熬制米浆。\n"
BELOW = "Ashmere County Plan\n\n1. Actions\n1.1 Paper the lattices. Boil paste.\n1.2 Raise pigeons. Build troughs.\n"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A model of one layer with random weights, made here."""
    torch = pytest.importorskip("torch", reason="needs the extra meanings")
    transformers = pytest.importorskip("transformers", reason="needs the extra meanings")
    letters = [*"abcdefghijklmnopqrstuvwxyz.", *dict.fromkeys(character for character in ABOVE if character.strip())]
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{letter}" for letter in letters)]
    folder = tmp_path / "tiny"
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    transformers.BertTokenizerFast(vocab=str(folder / "vocab.txt")).save_pretrained(folder)
    torch.manual_seed(0)
    config = transformers.BertConfig(
        vocab_size=len(words), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32
    )
    transformers.BertModel(config).save_pretrained(folder)
    return folder


CONCEPTS = (("鸽", "pigeons"), ("窗", "lattices"))
"""Words of two languages for one thing: a multilingual model has learned to bring them together."""


@pytest.fixture
def multilingual(tmp_path: Path) -> Path:
    """A model without layers whose words of one concept have one vector, and whose other words say nothing."""
    torch = pytest.importorskip("torch", reason="needs the extra meanings")
    transformers = pytest.importorskip("transformers", reason="needs the extra meanings")
    marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    folder = tmp_path / "multilingual"
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join([*marks, *(word for pair in CONCEPTS for word in pair)]), "utf-8")
    transformers.BertTokenizerFast(vocab=str(folder / "vocab.txt")).save_pretrained(folder)
    config = transformers.BertConfig(
        vocab_size=9, hidden_size=4, num_hidden_layers=0, num_attention_heads=1, intermediate_size=4
    )
    model = transformers.BertModel(config)
    with torch.no_grad():
        for weights in (model.embeddings.position_embeddings.weight, model.embeddings.token_type_embeddings.weight):
            weights.zero_()
        vectors = [[0.0] * 4] * 5 + [[4.0, -4.0, 0.0, 0.0]] * 2 + [[0.0, 0.0, 4.0, -4.0]] * 2
        model.embeddings.word_embeddings.weight.copy_(torch.tensor(vectors))
    model.save_pretrained(folder)
    return folder


def test_a_multilingual_model_in_a_folder_pairs_tasks_across_languages(multilingual: Path) -> None:
    (multilingual.parent / "policy_nlp.toml").write_text('embedding_model = "multilingual"\n', encoding="utf-8")
    settings = load_settings(multilingual.parent)
    comparison = compare(parse(ABOVE), parse(BELOW), settings=settings)
    assert {pair.template_task: pair.local_tasks for pair in comparison.pairs} == {"t1": ("t2",), "t2": ("t1",)}
    assert all(pair.evidence["meaning"] > 0.9 for pair in comparison.pairs)
    alone = compare(parse(ABOVE), parse(BELOW))
    assert {pair.template_task: pair.local_tasks for pair in alone.pairs} != {"t1": ("t2",), "t2": ("t1",)}


def test_a_model_in_a_folder_gives_each_text_a_vector_whatever_stands_beside_it(tiny: Path) -> None:
    encode = encoder(str(tiny))
    alone, among = encode(["raise pigeons"]), encode(["raise pigeons", "paper the lattices and boil some paste"])
    assert len(among) == 2
    assert among[0] == pytest.approx(alone[0], abs=1e-5)
    assert among[0] != pytest.approx(among[1], abs=1e-3)


def test_a_configured_model_speaks_in_the_evidence(tiny: Path) -> None:
    (tiny.parent / "policy_nlp.toml").write_text('embedding_model = "tiny"\n', encoding="utf-8")
    comparison = compare(parse(ABOVE), parse(ABOVE.replace("河陇省", "青沙市")), settings=load_settings(tiny.parent))
    assert [pair.evidence["meaning"] for pair in comparison.pairs] == [1.0, 1.0]


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="needs the extra meanings")
    pytest.importorskip("transformers", reason="needs the extra meanings")
    with pytest.raises(InputError) as error:
        encoder(str(tmp_path))
    assert error.value.code == "model_broken"


def _by_birds(texts: Sequence[str]) -> list[list[float]]:
    return [[1.0, 0.0] if "鸽" in text or "pigeon" in text else [0.0, 1.0] for text in texts]


def test_what_shares_no_listed_concept_is_paired_by_its_meaning() -> None:
    comparison = compare(parse(ABOVE), parse(BELOW), settings=Settings(encode=_by_birds))
    assert {pair.template_task: pair.local_tasks for pair in comparison.pairs} == {"t1": ("t2",), "t2": ("t1",)}
