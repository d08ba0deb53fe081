"""Scores as a Markdown page: all together, by trait, by document, and what they are held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from policy_nlp.messages import text
from policy_nlp.reporting.pipe_table import pipe_table
from policy_nlp.reporting.score_rows import ALL, ScoreRow, overall_rows, score_rows
from policy_nlp.scoring.gate import gate_layers

_RATIOS = ("p", "r", "f1")
_COUNTS = ("gold", "pred", "tp")
_HEADINGS = ("layer", *_RATIOS, "interval", "macro", *_COUNTS, "missed", "false_alarms")
_NOTHING = "–"


def scores_page(scores: Mapping[str, Any], lang: str) -> str:
    """Return `scores` as Markdown, counts beside every ratio.

    >>> figures = {"p": 1.0, "r": 0.5, "f1": 0.6667, "gold": 2, "pred": 1, "tp": 1}
    >>> scores_page({"micro": {"plans": figures}, "documents": []}, "en").splitlines()[6]
    '| plans | 1.0000 | 0.5000 | 0.6667 | – | – | 2 | 1 | 1 | 1 | 0 |'
    """
    return "\n\n".join(_parts(scores, lang)) + "\n"


def _parts(scores: Mapping[str, Any], lang: str) -> Iterator[str]:
    yield f"# {text('scores.title', lang)}"
    yield from _section("all", _table(_HEADINGS, (_cells(row) for row in overall_rows(scores)), lang), lang)
    chief = gate_layers(scores)
    for group, rows in groupby(score_rows(scores, layers=chief), key=lambda row: row.group):
        if group != ALL:
            yield from _section(group, _group_table(group, rows, lang), lang)
    for name, render in (("segmentation", _segmentation), ("errors", _errors)):
        if scores.get(name):
            yield from _section(name, render(scores[name], lang), lang)
    for name, columns in (
        ("against", ("layer", "f1", "other", "delta", "interval", "p_value")),
        ("baseline", ("layer", "f1", "before", "delta")),
    ):
        if name in scores:
            yield from _section(name, _moves(scores[name]["layers"], columns, lang), lang)


def _section(name: str, table: str, lang: str) -> Iterator[str]:
    yield f"## {text(f'scores.headings.{name}', lang)}"
    yield table


def _group_table(group: str, rows: Iterable[ScoreRow], lang: str) -> str:
    return _table((f"trait.{group}", *_HEADINGS), ([row.name, *_cells(row)] for row in rows), lang)


def _cells(row: ScoreRow) -> list[str]:
    ratios = [ratio(row.figures[key]) for key in _RATIOS]
    counts = [str(row.figures[key]) for key in _COUNTS]
    return [row.layer, *ratios, ends(row.interval), ratio(row.macro), *counts, str(row.missed), str(row.false_alarms)]


def ratio(value: float | None) -> str:
    """Return a ratio with four digits, a dash where there is none.

    >>> ratio(0.5), ratio(None)
    ('0.5000', '–')
    """
    return _NOTHING if value is None else f"{value:.4f}"


def ends(interval: Sequence[float] | None) -> str:
    """Return an interval as people write it, a dash where there is none.

    >>> ends((0.25, 1.0))
    '0.2500–1.0000'
    """
    return _NOTHING if interval is None else "–".join(f"{end:.4f}" for end in interval)


def _segmentation(means: Mapping[str, float], lang: str) -> str:
    return _table(("measure", "mean"), ([name, ratio(value)] for name, value in means.items()), lang)


def _errors(errors: Mapping[str, Mapping[str, int]], lang: str) -> str:
    rows = (
        [text(f"mistakes.kinds.{kind}", lang), text(f"mistakes.causes.{cause}", lang), str(count)]
        for kind, causes in errors.items()
        for cause, count in causes.items()
    )
    return _table(("kind", "cause", "count"), rows, lang)


def _moves(layers: Mapping[str, Mapping[str, Any]], columns: Sequence[str], lang: str) -> str:
    return _table(columns, ([layer, *(_move(one[key]) for key in columns[1:])] for layer, one in layers.items()), lang)


def _move(value: Any) -> str:
    return "–".join(f"{end:+.4f}" for end in value) if isinstance(value, list) else f"{value:.4f}"


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]], lang: str) -> str:
    return pipe_table([text(f"scores.{name}", lang) for name in columns], rows)
