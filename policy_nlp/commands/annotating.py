"""Reading plans for review, and telling in which order they are worth it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from shutil import get_terminal_size

from policy_nlp.commands.documents import DocumentOptions
from policy_nlp.commands.inputs import Input, find_inputs
from policy_nlp.commands.session import Session
from policy_nlp.conversion.formats import FORMATS
from policy_nlp.conversion.label_studio import write_predictions
from policy_nlp.conversion.names import FormatName
from policy_nlp.conversion.priority import Priority, Reason
from policy_nlp.errors import PolicyNlpError
from policy_nlp.messages import text
from policy_nlp.reporting.text_table import text_table
from policy_nlp.schema import Document, Span

_BAD_INPUT = 2
_NO_TERMINAL = (120, 24)
_HEADINGS = ("rank", "score", "plan", "reasons")


@dataclass(frozen=True, slots=True)
class Plans:
    """Plans for review, the exit status so far, and where a model differs from the rules in each; None without one."""

    documents: list[Document]
    status: int
    contested: list[tuple[Span, ...]] | None = None


def read_plans(session: Session, files: Sequence[str], options: DocumentOptions) -> Plans:
    """Return the plans as the rules, and the model in `options`, read them; a bad file is told and passed over."""
    read: list[tuple[Document, tuple[Span, ...]]] = []
    failures: list[PolicyNlpError] = []
    inputs = find_inputs(files)
    for item in inputs:
        try:
            read.append(_read(item, options))
        except PolicyNlpError as error:
            session.error(error)
            failures.append(error)
    if failures and len(inputs) > 1:
        session.summary(len(inputs), failures)
    contested = [places for _, places in read] if options.model else None
    return Plans([document for document, _ in read], _BAD_INPUT if failures else 0, contested)


def _read(item: Input, options: DocumentOptions) -> tuple[Document, tuple[Span, ...]]:
    """A plan as it is to be corrected, and the places where the model differs from the rules."""
    by_rules = replace(options, model=None).read(item)
    if options.model is None:
        return by_rules, ()
    from policy_nlp.learning.contested import contested
    from policy_nlp.learning.hybrid.loading import hybrid_at

    hybrid = hybrid_at(options.model, language=by_rules.language)
    return hybrid.read(by_rules), contested(by_rules, hybrid.predictor)


def suggestions(priorities: Sequence[Priority], target: FormatName, lang: str) -> Mapping[str, bytes]:
    """Return the files of the target format: in Label Studio predictions with their priority, else annotations."""
    documents = [priority.document for priority in priorities]
    if target is not FormatName.LABEL_STUDIO:
        return FORMATS[target].write(documents)
    data = [{"score": priority.score, "reasons": _reasons(priority, lang)} for priority in priorities]
    return write_predictions(documents, data)


def ranking(priorities: Sequence[Priority], lang: str) -> str:
    """Return the plans as a table, the most instructive first, each with its score and its reasons."""
    rows = [_row(rank, priority, lang) for rank, priority in enumerate(priorities, start=1)]
    columns = get_terminal_size(_NO_TERMINAL).columns
    return text_table([text(f"annotate.{name}", lang) for name in _HEADINGS], rows, columns=columns) + "\n"


def _row(rank: int, priority: Priority, lang: str) -> list[str]:
    reasons = text("annotate.semicolon", lang).join(_reasons(priority, lang))
    return [str(rank), f"{priority.score:.3f}", priority.document.id, reasons]


def _reasons(priority: Priority, lang: str) -> list[str]:
    return [_reason(reason, lang) for reason in priority.reasons]


def _reason(reason: Reason, lang: str) -> str:
    said = text(f"annotate.causes.{reason.cause}", lang, count=reason.count, total=reason.total)
    examples = text("annotate.comma", lang).join(reason.examples)
    return text("annotate.with_examples", lang, said=said, examples=examples) if examples else said
