"""The day on which a plan was issued, from which its relative due times count."""

from __future__ import annotations

from datetime import date

from policy_nlp.comparison.lexicon import lexicon
from policy_nlp.schema import Document
from policy_nlp.text.folding import fold


def issued(document: Document) -> date | None:
    """Return the last day that stands at the end of a line by itself or behind the issuer; None where there is none.

    >>> issued(Document("a", "zh", "特此通知。\\n清河县人民政府\\n2024年3月5日\\n"))
    datetime.date(2024, 3, 5)
    """
    found = None
    for match in lexicon(document.language).dated_line.finditer(fold(document.text)):
        try:
            found = date(int(match["y"]), int(match["m"]), int(match["d"]))
        except ValueError:
            continue
    return found
