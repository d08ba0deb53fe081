"""The page itself: a template filled with cards, marked text, timeline and matrix; nothing comes from a network."""

from __future__ import annotations

from policy_nlp.reporting.page.cards import cards, loose
from policy_nlp.reporting.page.marks import marks, pieces, task_marks
from policy_nlp.reporting.page.template import environment, hash_of, part
from policy_nlp.reporting.page.timeline import timeline
from policy_nlp.reporting.plain_text import encodable
from policy_nlp.reporting.sheets.facts import facts
from policy_nlp.reporting.sheets.matrix import matrix_sheet
from policy_nlp.schema import Document


def plan_page(document: Document, lang: str) -> str:
    """Return `document` as one HTML page that opens in `lang` and can be switched to the other language.

    >>> plan_page(Document("a", "en", "Plan"), "en").startswith("<!DOCTYPE html>")
    True
    """
    from policy_nlp.version import __version__

    script = part("reporting.page", "page.js")
    return (
        environment()
        .from_string(part("reporting.page", "page.html.j2"))
        .render(
            document=document,
            title=encodable(next((plan.title for plan in document.plans if plan.title), document.id)),
            lang=lang,
            cards=cards(document),
            loose=loose(document),
            pieces=pieces(encodable(document.text), (*task_marks(document), *marks(document))),
            timeline=timeline(document),
            matrix=matrix_sheet(facts(document)),
            style=part("reporting.page", "page.css"),
            script=script,
            script_hash=hash_of(script),
            version=__version__,
        )
    )
