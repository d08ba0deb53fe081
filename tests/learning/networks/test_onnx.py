"""A network exported to ONNX says what it says in torch, for texts of any length, and starts without torch."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from policy_nlp.errors import InputError
from policy_nlp.learning.cards import Kind, read_card, write_card
from policy_nlp.learning.examples import Corpus
from policy_nlp.learning.networks import Start, load_recipe
from policy_nlp.learning.networks.onnx import FILE
from policy_nlp.learning.networks.saving import save
from policy_nlp.learning.pairs import load_pairs, train_pairs
from policy_nlp.learning.pairs.gold import GoldPair, GoldPairs
from policy_nlp.learning.tokens import load_tokens, train_tokens
from policy_nlp.learning.training import Device, Training

from ..lines import corpus, plan, recipe

pytest.importorskip("transformers", reason="needs policy-nlp[transformers]")
pytest.importorskip("onnx", reason="needs policy-nlp[onnx]")
pytest.importorskip("onnxruntime", reason="needs policy-nlp[onnx]")

TRAINING = Training(epochs=1, device=Device.CPU)
NEAR = 'model_type = "modernbert"\nlocal_attention = 8\nglobal_attn_every_n_layers = 2'


@pytest.fixture(scope="module", params=["bert", "modernbert"])
def tokens(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A token model, hardly trained, as safetensors and as ONNX."""
    folder = tmp_path_factory.mktemp(request.param)
    path = recipe(folder)
    if request.param == "modernbert":
        path.write_text(path.read_text("utf-8").replace('model_type = "bert"', NEAR), encoding="utf-8")
    made = train_tokens(corpus("zh", "en"), name="tiny", start=Start(recipe=load_recipe(path)), training=TRAINING)
    save(made, folder / "model", onnx=True)
    write_card(folder / "model", made.card)
    return folder / "model"


@pytest.mark.parametrize("lines", [0, 1, 25])
def test_the_same_is_found(tokens: Path, lines: int, tmp_path: Path) -> None:
    text = plan("zh", 1, lines=lines).text + plan("en", 2, lines=lines).text
    quick = load_tokens(tokens, device=Device.CPU)
    (tokens / FILE).rename(tmp_path / FILE)
    slow = load_tokens(tokens, device=Device.CPU)
    (tmp_path / FILE).rename(tokens / FILE)
    assert "onnx_scores" in quick.runner.scores.__qualname__
    assert "with_torch" in slow.runner.scores.__qualname__
    found, wanted = (model.predict(text, language="zh") for model in (quick, slow))
    assert [(one.start, one.end, one.layer, one.label) for one in found] == [
        (one.start, one.end, one.layer, one.label) for one in wanted
    ]
    assert [one.score for one in found] == pytest.approx([one.score for one in wanted], abs=1e-4)


def test_torch_and_transformers_are_not_loaded(tokens: Path) -> None:
    said = (
        "import sys; from policy_nlp.learning.loading import load_predictor;"
        f"load_predictor({str(tokens)!r}).predict('县水务局牵头。', language='zh');"
        "print(sorted({'torch', 'transformers', 'datasets'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_damaged_file_is_told(tokens: Path, tmp_path: Path) -> None:
    whole = (tokens / FILE).read_bytes()
    (tokens / FILE).write_bytes(whole[:100])
    with pytest.raises(InputError) as refused:
        load_tokens(tokens)
    (tokens / FILE).write_bytes(whole)
    assert refused.value.code == "model_unloadable"
    assert FILE in str(refused.value.fields["cause"])


@pytest.mark.parametrize("settings", [{}, {"inputs": ["pixels"], "pad": 0}, {"inputs": ["input_ids"], "pad": None}])
def test_a_card_that_does_not_tell_the_input_is_told(tokens: Path, tmp_path: Path, settings: dict[str, object]) -> None:
    shutil.copytree(tokens, tmp_path / "model")
    card = read_card(tokens)
    write_card(tmp_path / "model", replace(card, settings={"windows": card.settings["windows"], **settings}))
    with pytest.raises(InputError) as refused:
        load_tokens(tmp_path / "model")
    assert refused.value.code == "model_card_broken"


def test_pairs_are_judged_alike(tmp_path: Path) -> None:
    above, below = plan("en", 0, lines=4), plan("en", 1, lines=4)
    from policy_nlp.comparison.verdicts import Carried

    pairs = GoldPairs(
        (GoldPair(above, below, {(0, 0): Carried.SAME}),), (GoldPair(below, above, {(0, 1): Carried.SAME}),)
    )
    start = Start(recipe=load_recipe(recipe(tmp_path)))
    made = train_pairs(Corpus({above.id: above}, {}), pairs, name="tiny", start=start, training=TRAINING)
    save(made, tmp_path / "model", onnx=True)
    write_card(tmp_path / "model", made.card)
    assert read_card(tmp_path / "model").kind is Kind.PAIRS
    texts = [("Mend the roofs", "The School Board mends all roofs"), ("Clear the river", "x" * 900)]
    for found, wanted in zip(load_pairs(tmp_path / "model")(texts), made.model(texts), strict=True):
        assert found.none == pytest.approx(wanted.none, abs=1e-4)
