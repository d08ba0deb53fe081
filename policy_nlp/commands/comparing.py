"""Many local plans against one template, or each against the one above it: each file is parsed once, a bad one told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from policy_nlp.commands.documents import DocumentOptions
from policy_nlp.commands.inputs import Input
from policy_nlp.commands.progress import bar
from policy_nlp.commands.session import Session
from policy_nlp.comparison import Comparison, Settings, compare, load_settings
from policy_nlp.desk import Desk
from policy_nlp.errors import InputError, PolicyNlpError
from policy_nlp.schema import Document, Severity

_FOUND = 1
_BAD_INPUT = 2
_ORDER = list(Severity)


@dataclass(slots=True)
class Compared:
    """What has come of a run: the comparisons under the names of their inputs, and what failed."""

    template: Document
    by_name: dict[str, Comparison] = field(default_factory=dict)
    failures: list[PolicyNlpError] = field(default_factory=list)

    @property
    def comparisons(self) -> list[Comparison]:
        """The comparisons in the order of the inputs."""
        return list(self.by_name.values())


def compare_all(
    session: Session, template: Input, locals_: Sequence[Input], options: DocumentOptions, *, chain: bool = False
) -> Compared:
    """Return the comparison of each local plan with the template; in a chain, with the plan before it.

    A plan that cannot be read or compared is told and passed over. Raises InputError where the template cannot be read.
    """
    settings = _settings(Path.cwd())
    above = _plan(template, options)
    done = Compared(above)
    with bar(session, len(locals_), "batch.comparing") as advance:
        for item in locals_:
            try:
                comparison = _compared(above, item, settings, options)
            except PolicyNlpError as error:
                session.error(error)
                done.failures.append(error)
            else:
                done.by_name[item.id] = comparison
                above = comparison.local if chain else above
                session.detail(session.text("batch.done", path=item.path, tasks=len(comparison.local.tasks)))
            advance()
    if done.failures and len(locals_) > 1:
        session.summary(len(locals_), done.failures)
    return done


def _settings(folder: Path) -> Settings:
    """Return the settings with the models that they name; most name none and load no library."""
    settings = load_settings(folder)
    if settings.pair_model is None:
        return settings
    from policy_nlp.learning.pairs import settings_with_models

    return settings_with_models(settings)


def status_of(done: Compared, desk: Desk, fail_on: str | None) -> int:
    """Return the exit status: whether an input was bad, or a finding that stands is as grave as `fail_on`."""
    if done.failures:
        return _BAD_INPUT
    return _FOUND if fail_on is not None and any(map(_reaching(fail_on), _grave(desk))) else 0


def _grave(desk: Desk) -> list[Severity]:
    """The severities of all findings but those that were rejected."""
    return [entry.finding.severity for entry in desk.entries if not entry.rejected]


def _reaching(fail_on: str) -> Callable[[Severity], bool]:
    return lambda severity: _ORDER.index(severity) <= _ORDER.index(Severity(fail_on))


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
