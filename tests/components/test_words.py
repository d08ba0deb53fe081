"""The words of plans: where they come from, and what jieba makes of a sentence with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jieba
import pytest

from policy_nlp.bodies import shipped
from policy_nlp.components.jieba_dictionary import load_dictionary, write_dictionary
from policy_nlp.components.words import Tag, policy_words
from policy_nlp.errors import InputError
from tests.commands.conftest import Run
from tests.commands.conftest import run as run  # a fixture
from tests.segmenter import forget_words

OWN = "key\tkind\tlevel\tzh\tzh_short\nour.pumps\tdepartment\tcounty\t县泵站建设与运行管理局\t县泵管局\n"


@pytest.fixture
def bodies(tmp_path: Path) -> Path:
    path = tmp_path / "own.tsv"
    path.write_text(OWN, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Iterator[jieba.Tokenizer]:
    """A tokenizer that has read the file as any program would."""
    path = tmp_path_factory.mktemp("words") / "plans.dict"
    write_dictionary(path)
    tokenizer = jieba.Tokenizer()
    tokenizer.load_userdict(str(path))
    yield tokenizer


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("国家发展和改革委员会", Tag.BODY),
        ("市住房城乡建设局", Tag.BODY),
        ("县委宣传部", Tag.BODY),
        ("各乡镇", Tag.BODY),
        ("呼和浩特市", Tag.PLACE),
        ("牵头单位", Tag.TERM),
        ("完成时限", Tag.TERM),
        ("保障措施", Tag.TERM),
        ("供水", Tag.TERM),
    ],
)
def test_words_of_every_kind_are_there(word: str, tag: Tag) -> None:
    assert policy_words()[word] is tag


def test_a_word_is_one_that_jieba_can_find() -> None:
    words = policy_words()
    assert all(2 <= len(word) <= 40 and not set(word) & set(" ()（）、{}") for word in words)
    assert "市教育厅" not in words and "省教育厅" in words


@pytest.mark.parametrize(
    ("sentence", "cut"),
    [
        ("由市水务局牵头", "由/市水务局/牵头"),
        ("市住房城乡建设局、县委宣传部配合", "市住房城乡建设局/、/县委宣传部/配合"),
        ("责任单位：县城管局", "责任单位/：/县城管局"),
        ("完成时限：2026年6月", "完成时限/：/2026/年/6/月"),
    ],
)
def test_a_name_stays_in_one_word(taught: jieba.Tokenizer, sentence: str, cut: str) -> None:
    assert "/".join(taught.cut(sentence)) == cut
    assert "/".join(jieba.cut(sentence)) != cut


def test_the_file_says_what_loading_does(taught: jieba.Tokenizer, bodies: Path) -> None:
    direct = jieba.Tokenizer()
    load_dictionary(direct)
    assert direct.FREQ == taught.FREQ and direct.user_word_tag_tab == taught.user_word_tag_tab
    load_dictionary(direct, registry=shipped().with_file(bodies))
    assert list(direct.cut("县泵管局")) == ["县泵管局"]


def test_spacy_cuts_with_them() -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is an extra")
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})
    load_dictionary()
    try:
        assert [token.text for token in nlp("由市水务局牵头")] == ["由", "市水务局", "牵头"]
    finally:
        forget_words()
    assert [token.text for token in nlp("由市水务局牵头")] != ["由", "市水务局", "牵头"]


def test_the_command_writes_the_file(run: Run, tmp_path: Path, bodies: Path) -> None:
    assert run("dictionary", "-o", tmp_path / "a.dict").exit_code == 0
    written = (tmp_path / "a.dict").read_text(encoding="utf-8")
    assert "市水务局 nt\n" in written and "县泵管局" not in written
    assert run("dictionary").stdout == written
    assert "县泵管局 nt\n" in run("dictionary", "--bodies", bodies).stdout


def test_a_broken_file_of_bodies_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("key\tverb\n", encoding="utf-8")
    done = run("dictionary", "--bodies", tmp_path / "own.tsv", "-o", tmp_path / "a.dict")
    assert done.exit_code == 2 and "own.tsv:1" in done.stderr and not (tmp_path / "a.dict").exists()
    with pytest.raises(InputError, match="unwritable"):
        write_dictionary(tmp_path / "no" / "folder" / "a.dict")
