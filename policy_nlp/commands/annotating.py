"""Reading plans for review, and telling in which order they are worth it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from shutil import get_terminal_size

from policy_nlp.commands.converting import Found
from policy_nlp.commands.documents import DocumentOptions
from policy_nlp.commands.inputs import find_inputs
from policy_nlp.commands.session import Session
from policy_nlp.conversion.formats import FORMATS
from policy_nlp.conversion.label_studio import write_predictions
from policy_nlp.conversion.names import FormatName
from policy_nlp.conversion.priority import Priority, Reason
from policy_nlp.errors import PolicyNlpError
from policy_nlp.messages import text
from policy_nlp.reporting.text_table import text_table
from policy_nlp.schema import Document

_BAD_INPUT = 2
_NO_TERMINAL = (120, 24)
_HEADINGS = ("rank", "score", "plan", "reasons")


def read_plans(session: Session, files: Sequence[str], options: DocumentOptions) -> Found:
    """Return the plans as the rules, and the model in `options`, read them; a bad file is told and passed over."""
    documents: list[Document] = []
    failures: list[PolicyNlpError] = []
    inputs = find_inputs(files)
    for item in inputs:
        try:
            documents.append(options.read(item))
        except PolicyNlpError as error:
            session.error(error)
            failures.append(error)
    if failures and len(inputs) > 1:
        session.summary(len(inputs), failures)
    return Found(documents, _BAD_INPUT if failures else 0)


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
