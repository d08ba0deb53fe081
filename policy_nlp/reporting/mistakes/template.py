"""Pages from templates: every value is escaped, a value that is not there is an error."""

from __future__ import annotations

from policy_nlp.messages import text
from policy_nlp.reporting.scores import ends, ratio


def rendered(template: str, lang: str, **values: object) -> str:
    """Return the page `template` in `lang`.

    >>> values = {"comparisons": 1, "count": 0, "rows": [], "chapters": [], "names": {}}
    >>> "No mistakes." in rendered("gaps.html", "en", **values)
    True
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("policy_nlp", "reporting/mistakes")
    pages = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    pages.globals.update(say=lambda key, **fields: text(key, lang, **fields), ratio=ratio, ends=ends)
    return pages.get_template(template).render(lang=lang, **values)
