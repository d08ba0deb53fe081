"""Many local plans against one template: each file is parsed once, a bad one is told and passed over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from policy_nlp.commands.documents import DocumentOptions
from policy_nlp.commands.inputs import Input
from policy_nlp.commands.session import Session
from policy_nlp.commands.sinks import Sink
from policy_nlp.comparison import Comparison, Settings, compare, load_settings
from policy_nlp.errors import InputError, PolicyNlpError
from policy_nlp.schema import Document, Severity

_FOUND = 1
_BAD_INPUT = 2
_ORDER = list(Severity)


def run_comparisons(
    session: Session,
    template: Input,
    locals_: Sequence[Input],
    sink: Sink,
    render: Callable[[Comparison], str],
    *,
    fail_on: str | None = None,
    options: DocumentOptions,
) -> int:
    """Compare each local plan with the template, hand what `render` makes of it to `sink`, return the exit status."""
    settings = load_settings(Path.cwd())
    above = _plan(template, options)
    failures: list[PolicyNlpError] = []
    found = False
    for item in locals_:
        try:
            comparison = _compared(above, item, settings, options)
            sink(item.id, render(comparison))
        except PolicyNlpError as error:
            session.error(error)
            failures.append(error)
        else:
            _tell(session, item, comparison)
            found = found or _reaches(comparison, fail_on)
    if failures and len(locals_) > 1:
        session.summary(len(locals_), failures)
    return _BAD_INPUT if failures else _FOUND if found else 0


def _plan(item: Input, options: DocumentOptions) -> Document:
    """Return the document in a file; raises InputError where no task is found in it."""
    document = options.read(item)
    if not document.tasks:
        raise InputError("not_a_plan", path=item.path)
    return document


def _compared(above: Document, item: Input, settings: Settings, options: DocumentOptions) -> Comparison:
    """Return a comparison that means something; raises InputError where the two plans cannot be compared."""
    comparison = compare(above, _plan(item, options), settings=settings)
    for note in comparison.diagnostics:
        raise InputError(note.code, path=item.path, template=above.id, local=comparison.local.id)
    return comparison


def _tell(session: Session, item: Input, comparison: Comparison) -> None:
    session.detail(session.text("batch.done", path=item.path, tasks=len(comparison.local.tasks)))


def _reaches(comparison: Comparison, fail_on: str | None) -> bool:
    """Return whether a finding is as grave as `fail_on` or graver."""
    if fail_on is None:
        return False
    return any(_ORDER.index(finding.severity) <= _ORDER.index(Severity(fail_on)) for finding in comparison.findings)
