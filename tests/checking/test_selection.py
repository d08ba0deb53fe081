"""Which checks run: from the configuration and from the command line, each mistake named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_nlp.checking import load_selection, selection
from policy_nlp.checking.registry import checks
from policy_nlp.errors import InputError
from policy_nlp.schema import Severity


def test_all_run_unless_something_is_said() -> None:
    assert [check.code for check in selection().checks] == list(checks())


def test_a_beginning_stands_for_all_its_codes() -> None:
    assert [check.code for check in selection(select=["C2", "label_lost"], ignore=["C203"]).checks] == [
        "C105",
        "C201",
        "C202",
    ]


def test_a_project_s_configuration_counts_and_the_command_line_wins(tmp_path: Path) -> None:
    (tmp_path / "policy_nlp.toml").write_text(
        '[check]\nselect = ["C1"]\nignore = ["C106"]\n[check.severity]\nC101 = "high"\n', encoding="utf-8"
    )
    from_file = load_selection(tmp_path)
    assert [check.code for check in from_file.checks] == ["C101", "C102", "C103", "C104", "C105"]
    assert from_file.severity(checks()["C101"]) is Severity.HIGH
    assert [check.code for check in load_selection(tmp_path, select=["C301"]).checks] == ["C301"]
    assert [check.code for check in load_selection(tmp_path, ignore=["C105"]).checks][-1] == "C104"


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ('[check]\nselect = ["C999"]', "no_such_check"),
        ('[check]\nignore = [""]', "no_such_check"),
        ("[check]\nselect = 3", "check_settings"),
        ("check = 1", "check_settings"),
        ('[check.severity]\nC101 = "deadly"', "no_such_severity"),
        ('[check.severity]\nC999 = "low"', "no_such_check"),
        ("[check", "settings_broken"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(tmp_path: Path, table: str, code: str) -> None:
    path = tmp_path / "policy_nlp.toml"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(InputError) as error:
        load_selection(tmp_path)
    assert (error.value.code, error.value.path) == (code, str(path))
