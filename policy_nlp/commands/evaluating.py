"""One evaluation: read, score, hold against what was asked for, write, and tell whether it is good enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from policy_nlp.commands.gating import Gate, held, require_layers, told
from policy_nlp.commands.output import deliver
from policy_nlp.commands.session import Session
from policy_nlp.interchange import dumps
from policy_nlp.reporting.score_forms import ScoreForm
from policy_nlp.reporting.scores import scores_page
from policy_nlp.reporting.scores_csv import scores_csv
from policy_nlp.safe_files import write_safely
from policy_nlp.schema import Diagnostic, Document
from policy_nlp.scoring.cases import Cases, cases
from policy_nlp.scoring.evaluation import differences_from, scores_of
from policy_nlp.scoring.foreign.build import UNPLACED
from policy_nlp.scoring.gate import read_scores

Page = Callable[[Mapping[str, Any], str], str]
"""Makes the error report of scores in a language."""

_BELOW = 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be scored."""

    gold: Path
    pred: Path | None = None
    run: bool = False
    gaps: Path | None = None
    split: str | None = None
    against: Path | None = None
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Evaluated:
    """Scores, how their error report is made in a language, as a page or as a list, and what is to be said beside."""

    scores: dict[str, Any]
    page: Page
    lists: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    notes: tuple[tuple[str, Diagnostic], ...] = ()


def run_evaluation(
    session: Session, wanted: Wanted, gate: Gate, *, form: ScoreForm, output: str, errors: Path | None
) -> int:
    """Score what is wanted, write the scores and the error report, and return 1 where the gate does not let through."""
    earlier = read_scores(gate.baseline) if gate.baseline else None
    found = _gaps_scored(wanted, wanted.gaps) if wanted.gaps else _scored(wanted)
    require_layers(session, gate.layers, found.scores)
    scores = found.scores | (held(gate, found.scores, earlier) if earlier is not None else {})
    deliver(_rendered(found, scores, form, session.lang), output)
    if errors is not None:
        write_safely(errors, _report(found, scores, errors, session.lang))
    for name, note in found.notes:
        session.note(f"{name}: {note.message[session.lang]}")
    return _BELOW if told(session, scores, gate) else 0


def _scored(wanted: Wanted) -> Evaluated:
    from policy_nlp.reporting.mistakes.listing import mistakes_csv, mistakes_jsonl
    from policy_nlp.reporting.mistakes.page import mistakes_page

    found = cases(
        wanted.gold, pred_path=wanted.pred, run=wanted.run, split=wanted.split, further=_further(wanted.model)
    )
    scores = scores_of(found)
    if wanted.against is not None:
        scores |= {"against": differences_from(found, wanted.gold, wanted.against)}
    lists: dict[str, Callable[[str], str]] = {
        ".csv": partial(mistakes_csv, found),
        ".jsonl": lambda lang: mistakes_jsonl(found),
    }
    return Evaluated(scores, partial(mistakes_page, found), lists, tuple(_unplaced(found)))


def _further(model: str | None) -> Callable[[Document], Document] | None:
    if model is None:
        return None
    from policy_nlp.learning.hybrid.loading import run_with

    return partial(run_with, model=model)


def _gaps_scored(wanted: Wanted, gaps: Path) -> Evaluated:
    from policy_nlp.reporting.mistakes.gaps import gaps_page
    from policy_nlp.scoring.gaps import gap_differences, gap_scores, read_compared

    found = read_compared(gaps, wanted.gold, pred_path=wanted.pred)
    scores = gap_scores(found)
    if wanted.against is not None:
        other = read_compared(gaps, wanted.gold, pred_path=wanted.against)
        scores |= {"against": gap_differences(found, other, path=wanted.against)}
    return Evaluated(scores, partial(gaps_page, found))


def _rendered(found: Evaluated, scores: Mapping[str, Any], form: ScoreForm, lang: str) -> str:
    if form is ScoreForm.JSON:
        return dumps(scores)
    pages = {ScoreForm.MD: scores_page, ScoreForm.CSV: scores_csv, ScoreForm.HTML: found.page}
    return pages[form](scores, lang)


def _report(found: Evaluated, scores: Mapping[str, Any], errors: Path, lang: str) -> str:
    """The error report in the form that the name of its file asks for."""
    as_list = found.lists.get(errors.suffix.lower())
    return found.page(scores, lang) if as_list is None else as_list(lang)


def _unplaced(found: Cases) -> Iterator[tuple[str, Diagnostic]]:
    """What another system claims without a place: it counts neither for nor against it."""
    for name, document in found.pred.items():
        yield from ((name, note) for note in document.diagnostics if note.code == UNPLACED)
