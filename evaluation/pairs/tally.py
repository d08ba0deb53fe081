"""Counting what a comparison found of what was known, and showing it with confidence intervals."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from evaluation.pairs.edits import PARAPHRASED
from evaluation.pairs.generate import Known
from evaluation.pairs.material import Outline
from policy_nlp.comparison import Comparison, Relation
from policy_nlp.schema import Document

_NORMAL_95 = 1.959964


@dataclass(slots=True)
class Tally:
    """How often a type was there, was reported, and was both."""

    gold: int = 0
    pred: int = 0
    tp: int = 0
    wrong: list[str] = field(default_factory=list)


def keys_of(template: Document, outline: Outline) -> dict[str, int]:
    """Return the number of the item that each task of the template is."""
    return {task.id: item.keys[0] for task, item in zip(template.tasks, outline.items(), strict=True)}


def count(
    known_changes: tuple[Known, ...],
    comparison: Comparison,
    keys: Mapping[str, int],
    tallies: Mapping[str, Tally],
    where: str,
) -> None:
    """Count the changes that were made, those that were reported, and those that are both."""
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
