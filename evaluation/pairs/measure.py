"""Precision and recall of a comparison on local plans with known changes, for each type, with confidence intervals.

usage: python -m evaluation.pairs.measure [--plans N] [--seed N] [--language zh|en] [--part "held out"|tuned] [--wrong]
"""

from __future__ import annotations

import argparse
import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.pairs.edits import PARAPHRASED
from evaluation.pairs.generate import Known, Manner, generate, manner
from evaluation.pairs.material import LANGUAGES, Outline, outline_of, outlines
from evaluation.pairs.writing import Form, Side, written
from policy_nlp.comparison import Comparison, Relation, compare
from policy_nlp.pipeline import parse
from policy_nlp.schema import Document

BY_HAND = Path(__file__).parent / "by_hand"
_NORMAL_95 = 1.959964
_TEMPLATE_FORMS = (Form.BRACKETS, Form.LABELS, Form.TABLE)
SECTION = "missing_section"
"""A table has no sections that could be missing."""
PARTS = ("tuned", "held out")


@dataclass(slots=True)
class Tally:
    """How often a type was there, was reported, and was both."""

    gold: int = 0
    pred: int = 0
    tp: int = 0
    wrong: list[str] = field(default_factory=list)


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
    _count(known, comparison, _keys(template, outline), tallies, where)


def measured_by_hand(name: str) -> dict[str, Tally]:
    """Return the tally of each type over the local plans of `name` that were written by hand.

    `name` is a language, or the languages of template and local plan: `zh-en`.
    """
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    languages = name.split("-")
    for path in sorted((BY_HAND / name).glob("*.toml")):
        noted = tomllib.loads(path.read_text(encoding="utf-8"))
        outline = outline_of(languages[0], noted["template"])
        template = parse(written(outline, languages[0], Side.TEMPLATE), language=languages[0], id="template")
        local = parse(path.with_suffix(".txt").read_text(encoding="utf-8"), language=languages[-1], id="local")
        keys = {item.title: item.keys for item in outline.items()} | {"": ()}
        known = tuple(Known(kind, keys[title]) for kind, title in noted["gaps"])
        _count(known, compare(template, local), _keys(template, outline), tallies, path.name)
        _count_pairs(noted["pairs"], compare(template, local), {v[0]: k for k, v in keys.items() if v}, tallies)
    return dict(sorted(tallies.items()))


def _keys(template: Document, outline: Outline) -> dict[str, int]:
    """Return the number of the item that each task of the template is."""
    return {task.id: item.keys[0] for task, item in zip(template.tasks, outline.items(), strict=True)}


def _count_pairs(
    noted: list[list[Any]], comparison: Comparison, titles: Mapping[int, str], tallies: Mapping[str, Tally]
) -> None:
    """Count the edges of pairs; a local task is noted by how it begins."""
    names = {task.id: titles[number] for number, task in enumerate(comparison.template.tasks)}
    quotes = {task.id: task.quote for task in comparison.local.tasks}
    found = {(names[pair.template_task], quotes[task]) for pair in comparison.pairs for task in pair.local_tasks}
    known = {(title, start) for title, starts in noted for start in starts}
    right = {edge for edge in known if any(edge[0] == title and text.startswith(edge[1]) for title, text in found)}
    tally = tallies["pair"]
    tally.gold, tally.pred, tally.tp = tally.gold + len(known), tally.pred + len(found), tally.tp + len(right)
    tally.wrong += [f"pair not found {edge}" for edge in sorted(known - right)]
    made_up = {(t, q) for t, q in found if not any(t == title and q.startswith(start) for title, start in known)}
    tally.wrong += [f"pair not there {title} {text[:20]}" for title, text in sorted(made_up)]


def _count(
    known_changes: tuple[Known, ...],
    comparison: Comparison,
    keys: Mapping[str, int],
    tallies: Mapping[str, Tally],
    where: str,
) -> None:
    found = list(_reported(comparison, keys))
    left = list(found)
    for known in known_changes:
        tallies[known.type].gold += 1
        hit = next((item for item in left if _meets(item, known)), None)
        if hit is None:
            tallies[known.type].wrong.append(f"{where}: not found {known}")
        else:
            left.remove(hit)
            tallies[known.type].tp += 1
    left = [item for item in left if item.type != PARAPHRASED]
    tallies[PARAPHRASED].pred = tallies[PARAPHRASED].gold
    for item in found:
        tallies[item.type].pred += item.type != PARAPHRASED
    for item in left:
        tallies[item.type].wrong.append(f"{where}: not there {item}")


def _meets(found: Known, known: Known) -> bool:
    return found.type == known.type and (not known.keys or bool(set(found.keys) & set(known.keys)))


def _reported(comparison: Comparison, keys: Mapping[str, int]) -> Iterator[Known]:
    for finding in comparison.findings:
        yield Known(finding.type.value, tuple(keys[task] for task in finding.template_tasks))
    for pair in comparison.pairs:
        if pair.relation in (Relation.SPLIT, Relation.MERGED):
            yield Known(pair.relation.value, (keys[pair.template_task],))
    yield from _untouched(comparison, keys)


def _untouched(comparison: Comparison, keys: Mapping[str, int]) -> Iterator[Known]:
    """Yield the items of which nothing is reported: what an item in other words must be."""
    touched = {task for finding in comparison.findings for task in finding.template_tasks}
    for pair in comparison.pairs:
        if pair.relation is Relation.SAME and pair.template_task not in touched:
            yield Known(PARAPHRASED, (keys[pair.template_task],))


def interval(hits: int, total: int) -> tuple[float, float]:
    """Return the 95 % confidence interval of a share, after Wilson.

    >>> interval(50, 50)
    (0.929, 1.0)
    """
    if total == 0:
        return 0.0, 1.0
    share, spread = hits / total, _NORMAL_95**2 / total
    middle = (share + spread / 2) / (1 + spread)
    half = _NORMAL_95 * math.sqrt(share * (1 - share) / total + spread / (4 * total)) / (1 + spread)
    return round(middle - half, 3), round(min(1.0, middle + half), 3)


def table(tallies: Mapping[str, Tally]) -> str:
    """Return the tallies as a Markdown table."""
    lines = ["| type | cases | reported | right | precision | 95 % | recall | 95 % |", "|---" * 8 + "|"]
    for name, tally in tallies.items():
        if not tally.gold and not tally.pred:
            continue
        shares = (_share(tally.tp, tally.pred), _share(tally.tp, tally.gold))
        lines.append(f"| {name} | {tally.gold} | {tally.pred} | {tally.tp} | {shares[0]} | {shares[1]} |")
    return "\n".join(lines)


def _share(hits: int, total: int) -> str:
    low, high = interval(hits, total)
    return f"{hits / total:.3f} | {low:.3f}–{high:.3f}" if total else "– | –"


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
        for folder in (name, f"{name}-{next(other for other in LANGUAGES if other != name)}"):
            shown[f"{folder}: written by hand"] = measured_by_hand(folder)
        for heading, tallies in shown.items():
            print(f"## {heading}\n\n{table(tallies)}\n")
            if chosen.wrong:
                print("\n".join(line for tally in tallies.values() for line in tally.wrong))


if __name__ == "__main__":
    main()
