"""Diagnostics: what a reader of the result should know about one plan, each with its place."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.linking.finds import Finds
from policy_nlp.messages import both
from policy_nlp.schema import Diagnostic, Severity, Span
from policy_nlp.structure.outline import Node
from policy_nlp.structure.page import LaidOut
from policy_nlp.structure.plans import PlanSpan


def diagnose(page: LaidOut, plan: PlanSpan, root: Node, finds: Finds) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of one plan in the order of the text."""
    found = [*_about_plan(page, plan, finds), *_numbering(page, root), *_blocks(page, finds), *_undated(page, finds)]
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.span or (0, 0)))


def _diagnostic(code: str, severity: Severity, span: Span | None, **fields: object) -> Diagnostic:
    return Diagnostic(code, severity, both(f"diagnostics.{code}", **fields), span)


def _about_plan(page: LaidOut, plan: PlanSpan, finds: Finds) -> Iterator[Diagnostic]:
    if plan.name is None:
        yield _diagnostic("plan_without_title", Severity.INFO, page.raw(plan.span))
    if not finds.tasks:
        yield _diagnostic("plan_without_tasks", Severity.MEDIUM, page.raw(plan.span))


def _numbering(page: LaidOut, root: Node) -> Iterator[Diagnostic]:
    """Numbers of one list that skip or repeat."""
    for node in root.walk():
        for before, child in zip(node.children, node.children[1:], strict=False):
            if (
                before.marker is None
                or child.marker is None
                or before.marker.key != child.marker.key
                or not child.marker.ordinal
            ):
                continue
            step = child.marker.ordinal - before.marker.ordinal
            if step != 1 and before.marker.ordinal:
                code = "number_repeated" if step == 0 else "number_skipped"
                span = page.raw((child.marker.start, child.marker.end))
                yield _diagnostic(code, Severity.LOW, span, before=before.number, number=child.number)


def _blocks(page: LaidOut, finds: Finds) -> Iterator[Diagnostic]:
    for covering in finds.coverings:
        block = covering.block
        if any(mention.rule == "block.label.lead_later_groups" for mention in block.mentions):
            yield _diagnostic("label_lost", Severity.MEDIUM, page.raw(block.span))
        seen: set[str] = set()
        for mention in block.mentions:
            name = page.view.text[mention.span[0] : mention.span[1]]
            if name in seen:
                yield _diagnostic("body_repeated", Severity.LOW, page.raw(mention.span), name=name)
            seen.add(name)


def _undated(page: LaidOut, finds: Finds) -> Iterator[Diagnostic]:
    for dated in finds.dues:
        if dated.value.value is None:
            quote = page.view.text[dated.mention.span[0] : dated.mention.span[1]]
            yield _diagnostic("deadline_without_day", Severity.INFO, page.raw(dated.mention.span), quote=quote)
