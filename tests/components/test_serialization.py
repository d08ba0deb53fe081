"""What the component writes comes back: pipelines, documents, several processes, entry points."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("spacy", reason="spaCy is an extra")

import spacy
from spacy.tokens import Doc, DocBin

from policy_nlp.errors import InputError, LexiconError
from policy_nlp.messages.failure import error_text
from tests.components.pipelines import EN, PIPELINES, TEXTS, ZH, pipeline

ROOT = Path(__file__).parent.parent.parent
OWN = "key\tkind\tlevel\tzh\tzh_short\nour.pumps\tdepartment\tcounty\t县泵站建设与运行管理局\t县泵管局\n"
ABOUT_PUMPS = "县泵站改造方案\n\n一、改造泵站。（县泵管局牵头）\n"


def groups(doc: Doc) -> dict[str, list[tuple[Any, ...]]]:
    return {
        name: [(span.start_char, span.end_char, span.label_, span.id_, span._.policy) for span in group]
        for name, group in doc.spans.items()
    }


def same(one: Doc, other: Doc) -> bool:
    return bool(one._.policy == other._.policy and groups(one) == groups(other))


@pytest.fixture
def bodies(tmp_path: Path) -> Path:
    path = tmp_path / "own.tsv"
    path.write_text(OWN, encoding="utf-8")
    return path


@pytest.mark.parametrize(("language", "tokenizer"), PIPELINES)
def test_several_processes_give_what_one_gives(language: str, tokenizer: dict[str, Any]) -> None:
    nlp = pipeline(language, tokenizer)
    texts = [TEXTS[language], "", TEXTS[language] * 2]
    shared = list(nlp.pipe(texts, n_process=2, batch_size=1))
    assert [doc.text for doc in shared] == texts
    assert all(same(doc, nlp(text)) for doc, text in zip(shared, texts, strict=True))


def test_documents_come_back_from_bytes_and_bins() -> None:
    nlp = pipeline("zh")
    doc = nlp(ZH)
    assert same(doc, Doc(spacy.blank("zh").vocab).from_bytes(doc.to_bytes()))
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (again,) = DocBin(store_user_data=True).from_bytes(stored).get_docs(spacy.blank("zh").vocab)
    assert same(doc, again)
    assert same(doc, pickle.loads(pickle.dumps(doc)))


def test_the_user_data_are_in_the_published_format() -> None:
    content = json.loads(pipeline("en")(EN).user_data["policy_nlp_document"])
    assert content["schema_version"] == "1" and content["units"][0]["quote"] == "Water Agency"


def test_a_pipeline_keeps_its_options_and_the_bodies_it_was_given(tmp_path: Path, bodies: Path) -> None:
    nlp = pipeline("zh", alignment="strict", spans={"task": "sc"})
    nlp.get_pipe("policy_nlp").add_bodies(bodies)
    nlp.to_disk(tmp_path / "pipeline")
    bodies.unlink()
    again = spacy.load(tmp_path / "pipeline")
    assert again.get_pipe("policy_nlp").settings == nlp.get_pipe("policy_nlp").settings
    for one in (again, spacy.blank("zh").from_config(nlp.config).from_bytes(nlp.to_bytes()), pickled(nlp)):
        (unit,) = one(ABOUT_PUMPS)._.policy.units
        assert (unit.name, unit.kind, unit.level) == ("县泵站建设与运行管理局", "department", "county")


def pickled(nlp: Any) -> Any:
    """As a process that does not share memory gets it."""
    again = spacy.blank("zh")
    again.add_pipe("policy_nlp")
    again._components = [("policy_nlp", pickle.loads(pickle.dumps(nlp.get_pipe("policy_nlp"))))]
    return again


def test_a_training_configuration_names_bodies(bodies: Path) -> None:
    nlp = pipeline("zh")
    nlp.config["initialize"]["components"]["policy_nlp"] = {"bodies": str(bodies)}
    nlp.initialize()
    assert nlp(ABOUT_PUMPS)._.policy.units[0].name == "县泵站建设与运行管理局"


def test_a_broken_file_of_bodies_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text("key\tkind\tzh\nour.x\tpump\t泵\n", encoding="utf-8")
    nlp = pipeline("zh")
    with pytest.raises(LexiconError, match=r"own\.tsv:2: kind 'pump'"):
        nlp.get_pipe("policy_nlp").add_bodies(path)
    assert nlp.get_pipe("policy_nlp").to_bytes() == pipeline("zh").get_pipe("policy_nlp").to_bytes()


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b"{}", b'{"format": 1, "bodies": [{"x": 1}]}'])
def test_what_no_component_wrote_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        pipeline("zh").get_pipe("policy_nlp").from_bytes(data)
    assert caught.value.code == "no_component_data"
    assert "组件" in error_text(caught.value, "zh") and "component" in error_text(caught.value, "en")


def test_another_format_is_refused(tmp_path: Path) -> None:
    component = pipeline("zh").get_pipe("policy_nlp")
    component.to_disk(tmp_path / "c")
    file = tmp_path / "c" / "component.json"
    file.write_text(file.read_text(encoding="utf-8").replace('"format": 1', '"format": 7'), encoding="utf-8")
    with pytest.raises(InputError, match=r"component\.json.*found=7"):
        component.from_disk(tmp_path / "c")
    with pytest.raises(InputError, match="unreadable"):
        component.from_disk(tmp_path / "none")


def test_spacy_finds_it_where_the_package_is_installed(tmp_path: Path) -> None:
    """A process that has imported nothing of ours, and the entry points that pyproject.toml declares."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    info = tmp_path / "policy_nlp_installed-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: policy_nlp_installed\nVersion: 1\n")
    lines = [f"[{group}]\n" + "\n".join(f"{k} = {v}" for k, v in names.items()) for group, names in declared.items()]
    (info / "entry_points.txt").write_text("\n".join(lines))
    program = (
        "import spacy, sys; nlp = spacy.blank('en'); assert 'policy_nlp.pipeline' not in sys.modules;"
        "from spacy.util import registry; nlp.add_pipe('policy_nlp');"
        "print(nlp.pipe_names, registry.displacy_colors.get('policy_nlp')['TASK'])"
    )
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    environment = os.environ | {"PYTHONPATH": path}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True)
    assert done.stdout.strip() == "['policy_nlp'] #dfe4ec", done.stderr
