"""`python -m corpus.agreement`: how far two readers agree on the plans that both have annotated, layer by layer."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.building.gold import gold_json, gold_text
from corpus.building.passes import FIRST, SECOND, TwoReadings, two_readings
from corpus.building.sources import HOME
from policy_nlp.reporting.agreement import agreement_page
from policy_nlp.schema import Document
from policy_nlp.scoring.agreement import agreement

PAGES = {"en": HOME / "AGREEMENT.md", "zh": HOME / "AGREEMENT.zh.md"}
_REMARKS = {
    "en": "Written by `python -m corpus.agreement`. The second reader saw only the text and the guideline. The first\n"
    "reading is the one before the two were settled.",
    "zh": "由 `python -m corpus.agreement` 生成。第二位标注者只看原文和标注规范；第一遍标注取两遍统一之前的结果。",
}


def main() -> int:
    """Write the pages of agreement; return 2 where nothing has been read twice."""
    readings = list(two_readings())
    if not readings:
        print(f"nothing below {HOME / SECOND}", file=sys.stderr)
        return 2
    for lang, page in agreement_pages(readings).items():
        PAGES[lang].write_text(page, encoding="utf-8")
    return 0


def agreement_pages(readings: Iterable[TwoReadings]) -> dict[str, str]:
    """Return the page of agreement in each language of messages."""
    with TemporaryDirectory() as folder:
        places = [Path(folder) / FIRST, Path(folder) / SECOND]
        for one in readings:
            _write(one.first, places[0])
            _write(one.second, places[1])
        found = agreement(places)
    for pair in found["pairs"]:
        pair |= {"one": FIRST, "other": SECOND}
    return {lang: _with_remark(agreement_page(found, lang), _REMARKS[lang]) for lang in PAGES}


def _write(document: Document, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{document.id}.txt").write_bytes(document.text.encode())
    (folder / f"{document.id}.gold.json").write_text(gold_text(gold_json(document)), encoding="utf-8")


def _with_remark(page: str, remark: str) -> str:
    title, _, rest = page.partition("\n")
    return f"{title}\n\n{remark}\n{rest}"


if __name__ == "__main__":
    sys.exit(main())
