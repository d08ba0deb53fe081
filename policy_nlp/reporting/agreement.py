"""Agreement between annotators as a Markdown page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policy_nlp.messages import text
from policy_nlp.reporting.pipe_table import pipe_table
from policy_nlp.reporting.scores import ends, ratio


def agreement_page(found: Mapping[str, Any], lang: str) -> str:
    """Return the agreement of each two annotators, also by language, and the mean where there are more than two.

    >>> nothing = {"documents": 1, "micro": {}, "kappa": {}, "gamma": {}}
    >>> pair = {"one": "a", "other": "b", "languages": {}} | nothing
    >>> agreement_page({"pairs": [pair], "mean": {}}, "en").splitlines()[2]
    '## a and b, documents: 1'
    """
    parts = [f"# {text('agreement.title', lang)}"]
    for pair in found["pairs"]:
        parts += _pair(pair, lang)
    if len(found["pairs"]) > 1:
        parts += [f"## {text('agreement.mean', lang)}", *_mean(found["mean"], lang)]
    return "\n\n".join(parts) + "\n"


def _pair(pair: Mapping[str, Any], lang: str) -> Iterator[str]:
    names = {name: pair[name] for name in ("one", "other", "documents")}
    yield f"## {text('agreement.pair', lang, **names)}"
    yield from _figures(pair, lang)
    for language, figures in pair["languages"].items() if len(pair["languages"]) > 1 else ():
        yield f"## {text('agreement.language', lang, language=language, documents=figures['documents'])}"
        yield from _figures(figures, lang)


def _figures(figures: Mapping[str, Any], lang: str) -> Iterator[str]:
    sure = figures.get("intervals", {})
    layers = (
        [layer, ratio(one["f1"]), ends(sure[layer]["f1"] if layer in sure else None), *_counts(one)]
        for layer, one in figures["micro"].items()
    )
    yield from _table("layers", ("layer", "f1", "interval", "one", "other", "both"), layers, lang)
    kappas = (
        [text(f"agreement.names.{label}", lang), ratio(one["kappa"]), ratio(one["observed"]), str(one["items"])]
        for label, one in figures["kappa"].items()
    )
    yield from _table("labels", ("label", "kappa", "observed", "items"), kappas, lang)
    yield from _gammas(figures["gamma"], lang)


def _counts(one: Mapping[str, Any]) -> list[str]:
    return [str(one[key]) for key in ("gold", "pred", "tp")]


def _mean(mean: Mapping[str, Mapping[str, float]], lang: str) -> Iterator[str]:
    layers = ([layer, ratio(value)] for layer, value in mean["f1"].items())
    yield from _table("layers", ("layer", "f1"), layers, lang)
    kappas = ([text(f"agreement.names.{label}", lang), ratio(value)] for label, value in mean["kappa"].items())
    yield from _table("labels", ("label", "kappa"), kappas, lang)
    yield from _gammas(mean["gamma"], lang)


def _gammas(gammas: Mapping[str, float], lang: str) -> Iterator[str]:
    rows = ([text(f"mistakes.kinds.{kind}", lang), ratio(value)] for kind, value in gammas.items())
    yield from _table("units", ("kind", "gamma"), rows, lang)


def _table(heading: str, columns: Iterable[str], rows: Iterable[list[str]], lang: str) -> Iterator[str]:
    yield f"### {text(f'agreement.{heading}', lang)}"
    yield pipe_table([text(f"agreement.{name}", lang) for name in columns], rows)
