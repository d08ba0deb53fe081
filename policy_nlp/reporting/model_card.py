"""The page of a trained model: what it is, what it was made of, and what it reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from policy_nlp.learning.cards import Card, Kind
from policy_nlp.learning.predictions import Layer
from policy_nlp.messages import text
from policy_nlp.reporting.pipe_table import pipe_table

_FIGURES = ("p", "r", "f1", "interval", "gold", "pred", "tp")
_USE = "policy-nlp extract PLAN.txt --model FOLDER"
_USE_PAIRS = 'pair_model = "FOLDER"  # in policy_nlp.toml'


def model_card(card: Card, lang: str) -> str:
    """Return the page in Markdown.

    >>> from policy_nlp.learning.cards import Kind
    >>> print(model_card(Card("plans", Kind.SPACY, ("zh",), ("target",), seed=0, corpus="ab"), "en").split("\\n")[0])
    # Model plans
    """
    return "\n\n".join(_parts(card, lang)) + "\n"


def _parts(card: Card, lang: str) -> Iterator[str]:
    yield "# " + text("model_card.title", lang, name=card.name)
    yield _about(card, lang)
    yield text("model_card.base", lang, base=card.base) if card.base else text("model_card.base_none", lang)
    yield text("model_card.corpus", lang, corpus=card.corpus)
    if "layers" in card.figures:
        yield "## " + text("model_card.figures", lang)
        yield text("model_card.on", lang, on=card.figures["on"])
        yield _layers(card.figures["layers"], lang)
    if "blocks" in card.figures:
        yield "## " + text("model_card.blocks", lang)
        yield _blocks(card.figures["blocks"], lang)
    if "pairs" in card.figures:
        yield "## " + text("model_card.figures", lang)
        yield text("pair_card.on", lang)
        yield _pairs(card.figures["pairs"], lang)
    yield from _use(card, lang)


def _use(card: Card, lang: str) -> Iterator[str]:
    if card.kind is Kind.PAIRS:
        yield "## " + text("pair_card.use", lang)
        yield f"```toml\n{_USE_PAIRS}\n```"
        return
    if "policies" in card.figures:
        yield "## " + text("model_card.policies", lang)
        yield text("model_card.policies_text", lang, file="policies.toml")
        yield _policies(card.figures["policies"], lang)
    yield "## " + text("model_card.use", lang)
    yield f"```sh\n{_USE}\n```"


def _about(card: Card, lang: str) -> str:
    comma = text("annotate.comma", lang)
    layers = comma.join(text(f"model_card.layers.{layer}", lang) for layer in Layer)
    languages = comma.join(text(f"model_card.languages.{language}", lang) for language in card.languages)
    library = comma.join(f"{name} {version}" for name, version in card.made_with.items()) or card.kind
    said = {"layers": layers, "languages": languages, "package": card.package, "library": library}
    page = "pair_card" if card.kind is Kind.PAIRS else "model_card"
    return text(f"{page}.about", lang, seed=card.seed, **said)


def _layers(figures: Mapping[str, Mapping[str, Any]], lang: str) -> str:
    headings = [text(f"model_card.{name}", lang) for name in ("layer", *_FIGURES)]
    rows = [[_layer(layer, lang), *(_cell(of[name]) for name in _FIGURES)] for layer, of in figures.items()]
    return pipe_table(headings, rows)


def _pairs(figures: Mapping[str, Mapping[str, Any]], lang: str) -> str:
    names = [name for name in _FIGURES if name != "interval"]
    headings = [text("pair_card.answer", lang), *(text(f"model_card.{name}", lang) for name in names)]
    rows = [[text(f"pair_card.{answer}", lang), *(_cell(of[name]) for name in names)] for answer, of in figures.items()]
    return pipe_table(headings, rows)


def _layer(name: str, lang: str) -> str:
    return text(f"model_card.layers.{name}", lang)


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "–".join(map(_cell, value))
    if value is None:
        return ""
    return f"{value:.4f}" if isinstance(value, float) else str(value)


def _blocks(figures: Mapping[str, float], lang: str) -> str:
    headings = [text(f"model_card.{name}", lang) for name in ("block", "f1")]
    return pipe_table(headings, [[name, _cell(value)] for name, value in figures.items()])


def _policies(figures: Mapping[str, Mapping[str, Mapping[str, Any]]], lang: str) -> str:
    names = ("language", "layer", "policy", "threshold", "rules_f1", "hybrid_f1")
    rows = [
        [text(f"model_card.languages.{spoken}", lang), _layer(layer, lang), *_choice(one, lang)]
        for spoken, layers in figures.items()
        for layer, one in layers.items()
    ]
    return pipe_table([text(f"model_card.{name}", lang) for name in names], rows)


def _choice(one: Mapping[str, Any], lang: str) -> list[str]:
    chosen = text(f"model_card.policy_names.{one['policy']}", lang)
    return [chosen, *(_cell(one[name]) for name in ("score", "rules", "hybrid"))]
