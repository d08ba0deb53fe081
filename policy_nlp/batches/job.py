"""One document's work: read a file, extract, write the result, say what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from policy_nlp.errors import InputError, PolicyNlpError
from policy_nlp.messages import LANGUAGES, error_text
from policy_nlp.reporting.forms import Form
from policy_nlp.safe_files import encoded, write_safely

if TYPE_CHECKING:
    from policy_nlp.reading import Page
    from policy_nlp.schema import Document


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted of every document of a run."""

    form: Form = Form.JSON
    lang: str = "en"
    with_text: bool = False
    columns: int = 120
    language: str | None = None
    encoding: str | None = None
    fiscal_start: int | None = None
    ocr: bool = False
    model: str | None = None

    def fingerprint(self) -> str:
        """Return what must be the same for an earlier result to stand: these wishes, the version and the model.

        Raises InputError where there is no such model.
        """
        from policy_nlp.version import __version__

        said = repr((__version__, sorted(asdict(self).items()), self._model_fingerprint()))
        return sha256(said.encode()).hexdigest()

    def _model_fingerprint(self) -> str | None:
        if self.model is None:
            return None
        from policy_nlp.learning.hybrid.loading import fingerprint

        return fingerprint(self.model)


STDIN = "-"
"""The path that stands for standard input."""


class Readable(Protocol):
    """What a page can be had from, in another process too."""

    @property
    def path(self) -> str:
        """The name of it for people."""

    def page(self, encoding: str | None = None) -> Page:
        """Return the page; raises InputError where it cannot be read."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to read, the id of its document, and the file to write."""

    id: str
    source: Readable
    output: Path

    @property
    def path(self) -> str:
        """The name for people of what is read."""
        return self.source.path


@dataclass(frozen=True, slots=True)
class Success:
    """A result that lies complete in its file: the checksums of what was read and written, and what was found."""

    job: Job
    read: str
    written: str
    tasks: int
    notes: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no result, in every language."""

    job: Job
    code: str
    message: Mapping[str, str] = field(default_factory=dict)


Outcome = Success | Failure


def perform(job: Job, request: Request) -> Outcome:
    """Return what came of `job`; whatever is wrong with its file is a Failure, never an exception."""
    try:
        return _perform(job, request)
    except PolicyNlpError as error:
        return failed(job, error)


def failed(job: Job, error: PolicyNlpError) -> Failure:
    """Return the failure that `error` is."""
    code = error.code if isinstance(error, InputError) else "broken"
    return Failure(job, code, said(error))


def said(error: PolicyNlpError) -> dict[str, str]:
    """Return what `error` says, in every language."""
    return {lang: error_text(error, lang) for lang in LANGUAGES}


def rendered(id: str, source: Readable, request: Request) -> tuple[Document, bytes]:
    """Return the document that `source` holds and its result as bytes; raises InputError where it cannot be read."""
    from policy_nlp.pipeline import from_page
    from policy_nlp.reporting.render import body, opening

    page = source.page(request.encoding)
    document = from_page(page, language=request.language, id=id, fiscal_start=request.fiscal_start)
    if request.model is not None:
        from policy_nlp.learning.hybrid.loading import run_with

        document = run_with(document, request.model)
    wanted: dict[str, Any] = {"with_text": request.with_text, "columns": request.columns}
    result = body(document, request.form, request.lang, **wanted)
    return document, encoded(opening(request.form, request.lang) + result if isinstance(result, str) else result)


def _perform(job: Job, request: Request) -> Success:
    document, data = rendered(job.id, job.source, request)
    write_safely(job.output, data)
    notes = tuple(note.message for note in document.diagnostics)
    return Success(job, document.source.sha256 or "", sha256(data).hexdigest(), len(document.tasks), notes)
