"""A user's own bodies: how they win over shipped ones, and what is said about a broken line."""

import pytest

from policy_nlp.bodies import identify, same_body, shipped
from policy_nlp.errors import LexiconError

HEADER = "key\tkind\tlevel\tzh\tzh_short\ten\tsuccessor\tfields"


@pytest.fixture
def write(tmp_path):
    def written(*lines, header=HEADER):
        path = tmp_path / "own.tsv"
        path.write_text("\n".join(["# our bodies", header, *lines]), encoding="utf-8")
        return path

    return written


def test_a_body_of_ones_own_is_known(write):
    path = write(
        "local.low_altitude.bureau\tdepartment\t\t低空经济发展局\t低空局\tLow-altitude Economy Bureau\t\tlow_altitude"
    )
    registry = shipped().with_file(path)
    identity = identify("成都市低空局", language="zh", registry=registry)
    assert (identity.name, identity.key) == ("成都市低空经济发展局", "local.low_altitude.bureau")
    assert identity.name_other == "Chengdu Municipal Low-altitude Economy Bureau"
    assert not identify("成都市低空局", language="zh").known


def test_a_body_of_ones_own_wins_over_a_shipped_one_of_its_name(write):
    registry = shipped().with_file(write("my.finance\tdepartment\tcounty\t县金融发展办公室\t金融办\t\t\t"))
    assert identify("金融办", language="zh", registry=registry).name == "县金融发展办公室"


def test_a_key_of_the_registry_is_replaced(write):
    registry = shipped().with_file(write("cn.mof\tdepartment\tnational\t财政部\t国财\tMinistry of Finance\t\tfinance"))
    assert identify("国财", language="zh", registry=registry).key == "cn.mof"
    assert same_body("国财", "市财政局", language="zh", registry=registry)


def test_the_registry_itself_never_changes(write):
    before = dict(shipped().bodies)
    shipped().with_file(write("my.body\tdepartment\t\t某局\t\t\t\t"))
    assert shipped().bodies == before


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("my.body\tministry\t\t某局", "kind 'ministry' is not one of government"),
        ("my.body\tdepartment\tcity\t某局", "level 'city' is not one of national"),
        ("my.body\tdepartment", "a body needs a key and a name"),
        ("\tdepartment\t\t某局", "a body needs a key and a name"),
        ("my.body\tdepartment\t\t某局\t\t\t\t\t\t", "10 cells under 8 columns"),
    ],
)
def test_a_broken_line_is_named(write, line, cause):
    path = write(line)
    with pytest.raises(LexiconError) as error:
        shipped().with_file(path)
    assert f"{path}:3: " in str(error.value) and cause in str(error.value)


def test_a_key_that_stands_twice_is_named(write):
    path = write("my.body\tdepartment\t\t甲局", "my.body\tdepartment\t\t乙局")
    with pytest.raises(LexiconError, match=r"own\.tsv:4: the key 'my\.body' stands twice"):
        shipped().with_file(path)


def test_an_unknown_successor_is_named(write):
    with pytest.raises(LexiconError, match=r"'my\.body' refers to 'my\.heir'"):
        shipped().with_file(write("my.body\tdepartment\t\t甲局\t\t\tmy.heir\t"))


@pytest.mark.parametrize(("header", "cause"), [("key\tkind\tname", "column 'name'"), ("key\tzh", "no column 'kind'")])
def test_a_broken_header_is_named(write, header, cause):
    with pytest.raises(LexiconError) as error:
        shipped().with_file(write("my.body\tdepartment", header=header))
    assert cause in str(error.value)


@pytest.mark.parametrize(("first", "last", "cause"), [("20x8", "", "'20x8' is not a year"), ("2020", "2018", "after")])
def test_a_wrong_year_is_named(write, first, last, cause):
    path = write(f"my.body\tdepartment\t甲局\t{first}\t{last}", header="key\tkind\tzh\tfrom\tto")
    with pytest.raises(LexiconError, match=cause):
        shipped().with_file(path)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(LexiconError, match=r"missing\.tsv"):
        shipped().with_file(tmp_path / "missing.tsv")
