"""A local plan held against its template, from two documents to the findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policy_nlp.comparison.alignment import Alignment, align
from policy_nlp.comparison.applicability import not_applicable
from policy_nlp.comparison.blocks import blocks
from policy_nlp.comparison.bodies import counterparts
from policy_nlp.comparison.case import Case, Draft
from policy_nlp.comparison.checks import CHECKS, Check
from policy_nlp.comparison.concepts import readers
from policy_nlp.comparison.coverage import coverage
from policy_nlp.comparison.dues import due_matches
from policy_nlp.comparison.entries import entries
from policy_nlp.comparison.grounds import grounds
from policy_nlp.comparison.issue import issued
from policy_nlp.comparison.meanings import Meanings, meanings
from policy_nlp.comparison.measures import target_matches
from policy_nlp.comparison.records import Comparison, Finding, Place
from policy_nlp.comparison.settings import Settings
from policy_nlp.comparison.sides import SameBody, sides
from policy_nlp.comparison.similarity import scores
from policy_nlp.comparison.substance import flat
from policy_nlp.comparison.verdicts import Verdicts, verdicts
from policy_nlp.messages import both
from policy_nlp.schema import Document, Severity

_ORDER = list(Severity)


def compare(template: Document, local: Document, *, settings: Settings | None = None) -> Comparison:
    """Return what `local` carries out of `template`, what it lacks, and what it adds.

    A document compared with itself has no finding. Where the two cannot be compared (`diagnostics` says why, at
    severity high) there are no findings either.

    >>> from policy_nlp.pipeline import parse
    >>> above = parse("水库方案\\n一、主要任务\\n1.巡查水库。每月巡查堤坝。\\n2.培训人员。培训全部巡查员。\\n")
    >>> below = parse("水库方案\\n一、主要任务\\n1.巡查水库。每月巡查堤坝。\\n")
    >>> [finding.type.value for finding in compare(above, below).findings]
    ['missing_task']
    """
    settings = settings or Settings()
    same = counterparts(template.language, local.language, _year(local))
    alignment = _aligned(template, local, same, settings)
    pairs = tuple(alignment.pairs())
    notes = tuple(grounds(template, local, alignment.both.template.entries, pairs))
    case = _case(template, local, alignment, same)
    unfit = any(note.severity is Severity.HIGH for note in notes)
    findings = () if unfit else tuple(_findings(case, settings))
    return Comparison(template, local, pairs, case.not_applicable, findings, coverage(case, findings), notes)


def _aligned(template: Document, local: Document, same: SameBody, settings: Settings) -> Alignment:
    above, below = readers(template.language, local.language)
    spoken = sides(entries(template, above), entries(local, below))
    return align(spoken, scores(spoken, same, *_models(template, local, settings)))


def _models(template: Document, local: Document, settings: Settings) -> tuple[Meanings, Verdicts | None]:
    """Return what the configured models say, of those that there are."""
    above, below = ([flat(task.quote) for task in document.tasks] for document in (template, local))
    near = meanings(above, below, settings.encode) if settings.encode else {}
    return near, verdicts(above, below, settings.judge) if settings.judge else None


def _case(template: Document, local: Document, alignment: Alignment, same: SameBody) -> Case:
    return Case(
        template=template,
        local=local,
        alignment=alignment,
        same=same,
        not_applicable=tuple(not_applicable(alignment)),
        blocks=tuple(blocks(alignment, template, local)),
        dues=tuple(due_matches(alignment, template, local, issued=issued(local))),
        targets=tuple(target_matches(alignment)),
    )


def _year(local: Document) -> int | None:
    return next((int(plan.period[:4]) for plan in local.plans if plan.period), None)


def _findings(case: Case, settings: Settings) -> Iterator[Finding]:
    """Yield the findings of all checks, the gravest first, then in the order of the template."""
    found = [finding for check in CHECKS for finding in _run(check, case, settings)]
    yield from sorted(found, key=lambda item: (_ORDER.index(item.severity), item.code, _place(item)))


def _place(finding: Finding) -> int:
    place = finding.template or finding.local
    return place.span[0] if place else 0


def _run(check: Check, case: Case, settings: Settings) -> Iterator[Finding]:
    severity = settings.severities[check.type]
    for draft in _joined(check.run(case)):
        message = both(f"comparison.{check.code}", **draft.fields)
        yield Finding(
            check.code,
            check.type,
            severity,
            draft.template_tasks,
            draft.local_tasks,
            draft.template,
            draft.local,
            message,
        )


def _joined(drafts: Iterable[Draft]) -> list[Draft]:
    """Return one draft for what stands in one place and holds for several tasks, as a block or a shared cell does."""
    found: dict[tuple[Place | None, Place | None], Draft] = {}
    for draft in drafts:
        key = draft.template, draft.local
        before = found.get(key)
        found[key] = _with_tasks_of(before, draft) if before else draft
    return list(found.values())


def _with_tasks_of(draft: Draft, other: Draft) -> Draft:
    above = tuple(dict.fromkeys((*draft.template_tasks, *other.template_tasks)))
    below = tuple(dict.fromkeys((*draft.local_tasks, *other.local_tasks)))
    return Draft(above, below, draft.template, draft.local, draft.fields)
