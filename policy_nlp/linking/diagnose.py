"""Diagnostics: what a reader of the result should know about one plan, each with its place."""

from __future__ import annotations

from collections.abc import Iterator

from policy_nlp.linking.finds import Finds
from policy_nlp.messages import both
from policy_nlp.schema import Diagnostic, Severity, Span
from policy_nlp.structure.outline import Node
from policy_nlp.structure.plans import PlanSpan
from policy_nlp.text.view import View


def diagnose(view: View, plan: PlanSpan, root: Node, finds: Finds) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of one plan in the order of the text."""
    found = [*_about_plan(view, plan, finds), *_numbering(view, root), *_blocks(view, finds), *_undated(view, finds)]
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.span or (0, 0)))


def _diagnostic(code: str, severity: Severity, span: Span | None, **fields: object) -> Diagnostic:
    return Diagnostic(code, severity, both(f"diagnostics.{code}", **fields), span)


def _about_plan(view: View, plan: PlanSpan, finds: Finds) -> Iterator[Diagnostic]:
    if plan.title is None:
        yield _diagnostic("plan_without_title", Severity.INFO, view.raw(plan.span))
    if not finds.tasks:
        yield _diagnostic("plan_without_tasks", Severity.MEDIUM, view.raw(plan.span))


def _numbering(view: View, root: Node) -> Iterator[Diagnostic]:
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
                span = view.raw((child.marker.start, child.marker.end))
                yield _diagnostic(code, Severity.LOW, span, before=before.number, number=child.number)


def _blocks(view: View, finds: Finds) -> Iterator[Diagnostic]:
    for covering in finds.coverings:
        block = covering.block
        if any(mention.rule == "block.label.lead_later_groups" for mention in block.mentions):
            yield _diagnostic("label_lost", Severity.MEDIUM, view.raw(block.span))
        seen: set[str] = set()
        for mention in block.mentions:
            name = view.text[mention.span[0] : mention.span[1]]
            if name in seen:
                yield _diagnostic("body_repeated", Severity.LOW, view.raw(mention.span), name=name)
            seen.add(name)


def _undated(view: View, finds: Finds) -> Iterator[Diagnostic]:
    for dated in finds.dues:
        if dated.value.value is None:
            quote = view.text[dated.mention.span[0] : dated.mention.span[1]]
            yield _diagnostic("deadline_without_day", Severity.INFO, view.raw(dated.mention.span), quote=quote)
