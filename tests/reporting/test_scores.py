"""Scores as a table, and which of them are too low."""

from __future__ import annotations

from policy_nlp.reporting.scores import layers_below, scores_table

FIGURES = {"p": 1.0, "r": 0.5, "f1": 0.6667, "gold": 2, "pred": 1, "tp": 1}
SCORES = {
    "micro": {"plans": FIGURES, "targets": FIGURES | {"gold": 0, "f1": 0.0}},
    "documents": [{"id": "a|b", "language": "zh", "layers": {"plans": FIGURES}}],
}


def test_counts_stand_beside_ratios() -> None:
    assert scores_table(SCORES, "en").splitlines() == [
        "| document | layer | precision | recall | F1 | gold | predicted | shared |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        "| all | plans | 1.0000 | 0.5000 | 0.6667 | 2 | 1 | 1 |",
        "| all | targets | 1.0000 | 0.5000 | 0.0000 | 0 | 1 | 1 |",
        "| a\\|b | plans | 1.0000 | 0.5000 | 0.6667 | 2 | 1 | 1 |",
    ]


def test_a_layer_that_gold_has_nothing_of_is_not_held_against_anyone() -> None:
    assert layers_below(SCORES, 0.9) == {"plans": 0.6667}
    assert layers_below(SCORES, 0.5) == {}
