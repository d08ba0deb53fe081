"""Every code block of the documentation does what its page says."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from shlex import quote

import pytest

from tests.docs.blocks import KINDS, ROOT, Place, blocks, commands, matches, run, shell
from tests.segmenter import forget_words

PAGES = sorted(page.name for page in (ROOT / "docs").glob("*.md"))
SAMPLES = ROOT / "corpus" / "samples"
# What a reviewer would export from the tool.
_EXPORT = (
    "policy-nlp convert corpus/samples --to label-studio --annotator Li -o export && mv export/tasks.json export.json"
)
# What a team has after a while: plans that were read, plans that were not, and an export of the latter once they are.
_LEARNING = """
built="$ROOT/corpus/built"
mkdir -p gold/train gold/dev new reviewed
take() { for name in $1; do cp "${name%.txt}".* "$2"; done; }
take "$(ls -S $built/train/$CODE/*.txt | tail -n 2)" gold/train
take "$(ls -S $built/dev/$CODE/*.txt | tail -n 1)" gold/dev
take "$(ls -S $built/train/$CODE/*.txt | tail -n 4 | head -n 2)" reviewed
cp reviewed/*.txt new
policy-nlp convert reviewed --to label-studio --annotator Li -o export && mv export/tasks.json export.json
"""
PREPARED = {"annotation-tools": _EXPORT, "learning": _LEARNING}

# What a page needs beside the package itself.
EXTRAS = {"spacy": "spacy", "learning": "spacy"}


@pytest.fixture
def extra(request: pytest.FixtureRequest) -> Iterator[None]:
    """The library that a page is about; spaCy knows the component as if the package were installed."""
    library = EXTRAS.get(request.getfixturevalue("name").split(".")[0])
    if library:
        pytest.importorskip(library, reason=f"{library} is an extra")
        import_module("policy_nlp.components.factory")
    yield
    if library:
        forget_words()


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A folder with the sample plans as the repository has them, and once more as `plans/`."""
    shutil.copytree(SAMPLES, tmp_path / "corpus" / "samples")
    (tmp_path / "plans").mkdir()
    for plan in SAMPLES.glob("*/*.txt"):
        shutil.copy(plan, tmp_path / "plans")
    monkeypatch.chdir(tmp_path)
    return Place(tmp_path, "zh" if ".zh." in request.getfixturevalue("name") else "en", {"__name__": "page"})


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.usefixtures("extra")
def test_the_blocks_of_a_page_run_in_order(name: str, place: Place) -> None:
    shell(f"set -e\nROOT={quote(str(ROOT))} CODE={place.lang}\n" + PREPARED.get(name.split(".")[0], ":"), place)
    for block in blocks(ROOT / "docs" / name):
        try:
            run(block, place)
        except Exception as error:
            raise AssertionError(f"{name}, line {block.line}: {error}") from error


@pytest.mark.parametrize("name", PAGES)
def test_each_block_says_what_it_is(name: str) -> None:
    assert {block.kind for block in blocks(ROOT / "docs" / name)} <= KINDS


def test_a_wrong_line_of_shown_output_is_noticed() -> None:
    matches(["one", "two", "three"], ["one", "…"])
    for wrong in (["one"], ["…", "four"], ["one", "three"]):
        with pytest.raises(AssertionError):
            matches(["one", "two", "three"], wrong)


def test_commands_and_what_they_show_are_told_apart() -> None:
    assert list(commands("$ one \\\n  more\nsaid\n$ two\n")) == [("one   more", ["said"]), ("two", [])]
