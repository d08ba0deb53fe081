"""The page of figures: what was measured on which documents, with which systems, on which machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evaluation.baselines.registry import CONTESTANTS
from evaluation.figures.systems import OURS, SPAN_LAYERS, Part, behind, parts, predictions, read, scored
from evaluation.figures.tables import differences_table, findings_table, layers_table, systems_table
from evaluation.pairs.apart import Given, compared, tallies
from evaluation.pairs.hand import FOLDERS, measured_by_hand
from evaluation.pairs.measure import PARTS, measured
from evaluation.pairs.tally import table
from policy_nlp.lexicon.load import LANGUAGES
from policy_nlp.reporting.agreement import agreement_page
from policy_nlp.scoring.agreement import agreement
from policy_nlp.scoring.cases import Cases
from policy_nlp.scoring.files import GAPS_SUFFIX
from policy_nlp.scoring.gaps import gap_scores, read_compared
from policy_nlp.scoring.layers import STANDARD

SYSTEM_LAYERS = (
    "task_start",
    "task_span",
    "unit_span",
    "unit_span_overlap",
    "unit_lead",
    "unit_co",
    "deadline_span",
    "deadline_span_overlap",
    "deadline_overlap",
    "deadline_value",
    "target_span_overlap",
    "target_value",
)


def systems_figures(gold: Path, folder: Path) -> Iterator[str]:
    """Yield the figures of all systems on a gold folder; `folder` takes their predictions."""
    systems = read(gold, predictions(gold, folder))
    missing = [name for name, one in CONTESTANTS.items() if not one.is_installed]
    if missing:
        yield f"Not installed here, so not in the tables: {', '.join(missing)}."
    for part in parts(systems[OURS]):
        yield from _part_figures(systems, part)


def _part_figures(systems: Mapping[str, Cases], part: Part) -> Iterator[str]:
    scores = scored(systems, part)
    documents = scores[OURS]["documents"]
    yield f"### {part.title} (documents: {len(documents)})"
    yield layers_table(scores[OURS], STANDARD)
    yield "F1 (shared/gold/predicted) of all systems:"
    yield systems_table({name: one["micro"] for name, one in scores.items()}, SYSTEM_LAYERS)
    if len(documents) > 1 and len(scores) > 1:
        yield "How far the rules are ahead, over documents:"
        yield differences_table(behind(systems, part, SPAN_LAYERS), SPAN_LAYERS)


def gaps_figures(gold: Path) -> Iterator[str]:
    """Yield the figures of comparisons, where the folder has gold gaps."""
    if not list(gold.rglob(f"*{GAPS_SUFFIX}")):
        return
    scores = gap_scores(read_compared(gold, gold))
    yield f"### Comparisons with gold gaps (pairs of plans: {len(scores['documents'])})"
    yield findings_table(scores["micro"])
    yield "The same plans with the mistakes of extraction left out: gold is compared with gold."
    yield table(tallies(compared(gold, Given.GOLD)))


def agreement_figures(annotators: Sequence[Path]) -> Iterator[str]:
    """Yield how far annotators agree, where there are two or more."""
    if len(annotators) > 1:
        yield agreement_page(agreement(annotators), "en").replace("# ", "### ", 1).strip()


def pairs_figures(*, plans: int) -> Iterator[str]:
    """Yield precision and recall of comparisons on plans that were made from templates with known changes."""
    for language in LANGUAGES:
        for part in PARTS:
            yield f"### {language}: {part}"
            yield table(measured(language, plans=plans, seed=1, part=part))
    for folder in FOLDERS:
        yield f"### {folder}: written by hand"
        yield table(measured_by_hand(folder))
