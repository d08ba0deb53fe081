"""The page itself: a template filled with cards, marked text, timeline and matrix; nothing comes from a network."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from policy_nlp.messages import both, text
from policy_nlp.messages.catalogue import LANGUAGES
from policy_nlp.reporting.page.cards import cards, loose
from policy_nlp.reporting.page.marks import marks, pieces, task_marks
from policy_nlp.reporting.page.timeline import timeline
from policy_nlp.reporting.plain_text import encodable
from policy_nlp.reporting.sheets.facts import facts
from policy_nlp.reporting.sheets.matrix import matrix_sheet
from policy_nlp.schema import Document

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup


def plan_page(document: Document, lang: str) -> str:
    """Return `document` as one HTML page that opens in `lang` and can be switched to the other language.

    >>> plan_page(Document("a", "en", "Plan"), "en").startswith("<!DOCTYPE html>")
    True
    """
    from policy_nlp import __version__

    style, script = _part("page.css"), _part("page.js")
    return _template().render(
        document=document,
        title=encodable(next((plan.title for plan in document.plans if plan.title), document.id)),
        lang=lang,
        cards=cards(document),
        loose=loose(document),
        pieces=pieces(encodable(document.text), (*task_marks(document), *marks(document))),
        timeline=timeline(document),
        matrix=matrix_sheet(facts(document)),
        style=style,
        script=script,
        script_hash=_hash(script),
        version=__version__,
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.globals.update(said=_said, phrase=text, languages=LANGUAGES)
    return environment.from_string(_source("page.html.j2"))


def _said(key: str, **fields: object) -> Markup:
    """A message in both languages; the page shows the one that it is switched to."""
    from markupsafe import Markup

    spans = [Markup('<span lang="{}">{}</span>').format(lang, said) for lang, said in both(key, **fields).items()]
    return Markup("").join(spans)


def _part(name: str) -> Markup:
    """A style or a script of our own, to stand in the page as it is."""
    from markupsafe import Markup

    return Markup(_source(name))


def _source(name: str) -> str:
    return (files("policy_nlp.reporting.page") / name).read_text(encoding="utf-8")


def _hash(script: str) -> str:
    """By this the browser runs our script and no other, wherever in the page another might stand."""
    return b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
