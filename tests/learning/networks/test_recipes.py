"""Recipes of networks are read from TOML, and an entry that cannot be is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_nlp.errors import InputError
from policy_nlp.learning.networks.checkpoints import fitting_windows
from policy_nlp.learning.networks.recipes import Recipe, Windows, load_recipe

ROOT = Path(__file__).parents[3]


def test_what_a_recipe_leaves_out_is_as_usual(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text("[windows]\nsize = 100\noverlap = 0\n", encoding="utf-8")
    recipe = load_recipe(path)
    assert recipe.windows == Windows(100, 0)
    assert recipe.training == Recipe().training


@pytest.mark.parametrize("path", sorted((ROOT / "models" / "transformers").glob("*.toml")), ids=lambda path: path.stem)
def test_the_recipes_of_the_project_are_recipes(path: Path) -> None:
    assert load_recipe(path).windows.size > 2 * load_recipe(path).windows.overlap


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("[windows]\nsize = 0\n", "size"),
        ("[windows]\nsize = 100\noverlap = 50\n", "overlap"),
        ("[windows]\nsize = 1.5\n", "size"),
        ("[windows]\nsize = true\n", "size"),
        ("[training]\nbatch = -1\n", "batch"),
        ('[training]\nlearning_rate = "high"\n', "learning_rate"),
        ("[training]\nspeed = 1\n", "speed"),
        ("[tempo]\nspeed = 1\n", "tempo"),
        ("[windows\n", "line 1"),
        ("windows = 3\n", "windows"),
    ],
)
def test_a_recipe_that_cannot_be(tmp_path: Path, written: str, named: str) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_recipe(path)
    assert refused.value.code == "recipe_broken"
    assert named in str(refused.value.fields["cause"])


def test_no_such_recipe(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        load_recipe(tmp_path / "none.toml")
    assert refused.value.code == "no_such_file"


def test_windows_grow_no_longer_than_the_network_takes() -> None:
    assert fitting_windows(Windows(256, 64), 512) == Windows(256, 64)
    assert fitting_windows(Windows(512, 128), 254) == Windows(254, 63)
