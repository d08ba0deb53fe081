"""Precision and recall of a comparison on local plans with known changes, for each type, with confidence intervals.

usage: python -m evaluation.pairs.measure [--plans N] [--seed N] [--language zh|en] [--part "held out"|tuned] [--wrong]
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Mapping

from evaluation.pairs.generate import Manner, generate, manner
from evaluation.pairs.hand import FOLDERS, measured_by_hand
from evaluation.pairs.material import LANGUAGES, Outline, outlines
from evaluation.pairs.tally import Tally, count, keys_of, table
from evaluation.pairs.writing import Form, Side, written
from policy_nlp.comparison import compare
from policy_nlp.pipeline import parse

PARTS = ("tuned", "held out")
SECTION = "missing_section"
"""A table has no sections that could be missing."""
_TEMPLATE_FORMS = (Form.BRACKETS, Form.LABELS, Form.TABLE)


def measured(name: str, *, plans: int, seed: int, part: str | None = None) -> dict[str, Tally]:
    """Return the tally of each type over `plans` local plans made from each template of a language.

    `part` takes only the templates of that part: "tuned" or "held out".
    """
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    made: Counter[str] = Counter()
    for outline in outlines(name):
        if part in (None, outline.part):
            for number in range(plans):
                form = _TEMPLATE_FORMS[number % len(_TEMPLATE_FORMS)]
                _measure(outline, name, seed + number, made, tallies, manner(number), form)
    return dict(sorted(tallies.items()))


def _measure(
    outline: Outline,
    name: str,
    seed: int,
    made: Counter[str],
    tallies: Mapping[str, Tally],
    manner: Manner,
    form: Form,
) -> None:
    template = parse(written(outline, name, Side.TEMPLATE, form=form), language=name, id="template")
    case = generate(outline, name, seed=seed, made=made, manner=manner)
    known = tuple(item for item in case.known if form is not Form.TABLE or item.type != SECTION)
    where = f"{name} {outline.title} {seed} {form.value} {manner.form.value} {manner.layout.value}"
    comparison = compare(template, parse(case.text, language=name, id="local"))
    count(known, comparison, keys_of(template, outline), tallies, where)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--plans", type=int, default=90, help="local plans for each template")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--language", choices=LANGUAGES, help="both unless given")
    options.add_argument("--part", choices=PARTS, help="both unless given")
    options.add_argument("--wrong", action="store_true", help="list what was missed and what was made up")
    chosen = options.parse_args()
    for name in [chosen.language] if chosen.language else LANGUAGES:
        shown = {
            f"{name}: {part}": measured(name, plans=chosen.plans, seed=chosen.seed, part=part)
            for part in ([chosen.part] if chosen.part else PARTS)
        }
        for folder in (folder for folder in FOLDERS if folder.startswith(name)):
            shown[f"{folder}: written by hand"] = measured_by_hand(folder)
        for heading, tallies in shown.items():
            print(f"## {heading}\n\n{table(tallies)}\n")
            if chosen.wrong:
                print("\n".join(line for tally in tallies.values() for line in tally.wrong))


if __name__ == "__main__":
    main()
