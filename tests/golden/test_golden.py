"""Whole plans of different layouts, each with everything that is found in it.

`pytest tests/golden --renew-golden` writes what is found now; read the difference before you keep it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_nlp import parse
from policy_nlp.interchange import dumps, to_json

_HOME = Path(__file__).parent
PLANS = sorted(_HOME.glob("*/*.txt"))


def _found(path: Path) -> str:
    language = path.parent.name
    text = path.read_text(encoding="utf-8")
    return dumps(to_json(parse(text, language=language, id=path.stem)))


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_plan_gives_what_its_golden_file_holds(path: Path, pytestconfig: pytest.Config) -> None:
    golden = path.with_suffix(".json")
    if pytestconfig.getoption("--renew-golden"):
        golden.write_text(_found(path), encoding="utf-8")
    assert _found(path) == golden.read_text(encoding="utf-8")
