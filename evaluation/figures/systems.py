"""All systems on one gold folder: the package's own rules beside the baselines that are installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.baselines.found import write
from evaluation.baselines.registry import CONTESTANTS
from policy_nlp.interchange import dumps, to_json
from policy_nlp.scoring.cases import Cases, cases
from policy_nlp.scoring.chance import Difference, differences
from policy_nlp.scoring.evaluation import scores_of
from policy_nlp.scoring.score import tally

OURS = "policy_nlp"
SPAN_LAYERS = ("task_start", "unit_span_overlap", "deadline_span_overlap", "deadline_overlap", "target_span_overlap")
"""What every system can be asked: where things are, and what a deadline says wherever it belongs."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some documents of a gold folder: all of one language, or those of them in one split."""

    language: str
    split: str | None

    @property
    def title(self) -> str:
        """The language, and the split where there is one."""
        return f"{self.language}, {self.split}" if self.split else self.language


def predictions(gold: Path, folder: Path) -> dict[str, Path]:
    """Write what each system finds in the texts of `gold` to a file in `folder`, and return the files by system."""
    fresh = cases(gold, run=True)
    files = {OURS: folder / f"{OURS}.jsonl"}
    folder.mkdir(parents=True, exist_ok=True)
    files[OURS].write_text("".join(dumps(to_json(one), indent=None) for one in fresh.pred.values()), encoding="utf-8")
    for name, contestant in CONTESTANTS.items():
        known = [one for one in fresh.gold.values() if one.language in contestant.languages]
        if contestant.is_installed and known:
            files[name] = folder / f"{name}.jsonl"
            write(known, contestant.find, files[name])
    return files


def read(gold: Path, files: Mapping[str, Path]) -> dict[str, Cases]:
    """Return what each system predicted beside gold, read back the way that any system's file is."""
    return {name: cases(gold, pred_path=file) for name, file in files.items()}


def parts(found: Cases) -> Iterator[Part]:
    """Yield the languages of gold, then each split of them that has documents."""
    for language in sorted({document.language for document in found.gold.values()}):
        yield Part(language, None)
        names = [name for name, document in found.gold.items() if document.language == language]
        for split in sorted({split for name in names for split in found.traits.get(name, {}).get("split", ())}):
            yield Part(language, split)


def only(found: Cases, part: Part) -> Cases:
    """Return the cases of one part."""
    names = [name for name in found.ids if _is_in(found, name, part)]
    return Cases({name: found.gold[name] for name in names}, found.pred, found.traits)


def _is_in(found: Cases, name: str, part: Part) -> bool:
    splits = found.traits.get(name, {}).get("split", ())
    return found.gold[name].language == part.language and (part.split is None or part.split in splits)


def scored(systems: Mapping[str, Cases], part: Part) -> dict[str, Any]:
    """Return the scores of each system that has predictions in a part."""
    kept = {name: only(found, part) for name, found in systems.items()}
    return {name: scores_of(found) for name, found in kept.items() if found.ids}


def behind(systems: Mapping[str, Cases], part: Part, layers: Iterable[str]) -> dict[str, dict[str, Difference]]:
    """Return how each other system differs from ours on a part, in the layers of which it predicts anything."""
    kept = {name: only(found, part) for name, found in systems.items()}
    ours = kept.pop(OURS)
    chosen = list(layers)
    return {name: _differences(ours, found, chosen) for name, found in kept.items() if found.ids}


def _differences(ours: Cases, theirs: Cases, layers: list[str]) -> dict[str, Difference]:
    tallies = [[tally(side.gold[name], side.pred[name]) for name in theirs.ids] for side in (ours, theirs)]
    answered = [layer for layer in layers if any(one[layer].pred for one in tallies[1])]
    kept = [[{layer: one[layer] for layer in answered} for one in side] for side in tallies]
    return differences(*kept) if answered else {}
