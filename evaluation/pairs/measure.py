"""Precision and recall of a comparison on local plans with known changes, for each type, with confidence intervals.

usage: python -m evaluation.pairs.measure [--plans N] [--seed N] [--language zh|en] [--wrong]
"""

from __future__ import annotations

import argparse
import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.pairs.generate import Case, Known, Layout, generate
from evaluation.pairs.material import LANGUAGES, Outline, outline_of, outlines
from evaluation.pairs.writing import Side, written
from policy_nlp.comparison import Comparison, Relation, compare
from policy_nlp.pipeline import parse
from policy_nlp.schema import Document

BY_HAND = Path(__file__).parent / "by_hand"
_NORMAL_95 = 1.959964


@dataclass(slots=True)
class Tally:
    """How often a type was there, was reported, and was both."""

    gold: int = 0
    pred: int = 0
    tp: int = 0
    wrong: list[str] = field(default_factory=list)


def measured(name: str, *, plans: int, seed: int) -> dict[str, Tally]:
    """Return the tally of each type over `plans` local plans made from each template of a language."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    made: Counter[str] = Counter()
    for outline in outlines(name):
        template = parse(written(outline, name, Side.TEMPLATE), language=name, id="template")
        for number in range(plans):
            layout = list(Layout)[number % len(Layout)]
            case = generate(outline, name, seed=seed + number, made=made, layout=layout)
            _count(case, template, outline, tallies, f"{name} {outline.title} {seed + number}")
    return dict(sorted(tallies.items()))


def measured_by_hand(name: str) -> dict[str, Tally]:
    """Return the tally of each type over the local plans of a language that were written by hand."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for path in sorted((BY_HAND / name).glob("*.toml")):
        noted = tomllib.loads(path.read_text(encoding="utf-8"))
        outline = outline_of(name, noted["template"])
        keys = {item.title: item.keys for item in outline.items()} | {"": ()}
        known = tuple(Known(kind, keys[title]) for kind, title in noted["gaps"])
        case = Case(path.with_suffix(".txt").read_text(encoding="utf-8"), (), known)
        template = parse(written(outline, name, Side.TEMPLATE), language=name, id="template")
        _count(case, template, outline, tallies, str(path.name))
    return dict(sorted(tallies.items()))


def _count(case: Case, template: Document, outline: Outline, tallies: Mapping[str, Tally], where: str) -> None:
    local = parse(case.text, language=template.language, id="local")
    comparison = compare(template, local)
    keys = {task.id: item.keys[0] for task, item in zip(template.tasks, outline.items(), strict=True)}
    found = list(_reported(comparison, keys))
    left = list(found)
    for known in case.known:
        tallies[known.type].gold += 1
        hit = next((item for item in left if _meets(item, known)), None)
        if hit is None:
            tallies[known.type].wrong.append(f"{where}: not found {known}")
        else:
            left.remove(hit)
            tallies[known.type].tp += 1
    for item in found:
        tallies[item.type].pred += 1
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
        shares = (_share(tally.tp, tally.pred), _share(tally.tp, tally.gold))
        lines.append(f"| {name} | {tally.gold} | {tally.pred} | {tally.tp} | {shares[0]} | {shares[1]} |")
    return "\n".join(lines)


def _share(hits: int, total: int) -> str:
    low, high = interval(hits, total)
    return f"{hits / total:.3f} | {low:.3f}–{high:.3f}" if total else "– | –"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--plans", type=int, default=60, help="local plans for each template")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--language", choices=LANGUAGES, help="both unless given")
    options.add_argument("--wrong", action="store_true", help="list what was missed and what was made up")
    chosen = options.parse_args()
    for name in [chosen.language] if chosen.language else LANGUAGES:
        tallies = measured(name, plans=chosen.plans, seed=chosen.seed)
        by_hand = measured_by_hand(name)
        print(f"## {name}: drawn\n\n{table(tallies)}\n\n## {name}: written by hand\n\n{table(by_hand)}\n")
        if chosen.wrong:
            print("\n".join(line for tally in [*tallies.values(), *by_hand.values()] for line in tally.wrong))


if __name__ == "__main__":
    main()
