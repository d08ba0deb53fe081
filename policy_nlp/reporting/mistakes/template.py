"""Pages from templates: every value is escaped, a value that is not there is an error."""

from __future__ import annotations

from functools import partial

from policy_nlp.messages import text
from policy_nlp.reporting.page.template import environment
from policy_nlp.reporting.scores import ends, ratio


def rendered(template: str, lang: str, **values: object) -> str:
    """Return the page `template` in `lang`.

    >>> values = {"comparisons": 1, "count": 0, "rows": [], "chapters": [], "names": {}}
    >>> "No mistakes." in rendered("gaps.html", "en", **values)
    True
    """
    page = environment("reporting/mistakes").get_template(template)
    return page.render(lang=lang, say=partial(_say, lang), ratio=ratio, ends=ends, **values)


def _say(lang: str, key: str, **fields: object) -> str:
    return text(key, lang, **fields)
