"""Writing comparisons: a result for each local plan, one for all of them, or one for a chain of levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import get_terminal_size

from policy_nlp.commands.comparing import Compared
from policy_nlp.commands.inputs import Input
from policy_nlp.commands.options import STDIN
from policy_nlp.commands.output import deliver
from policy_nlp.commands.sinks import Result, Sink, sink_for
from policy_nlp.comparison import Comparison
from policy_nlp.configuration import find_configuration
from policy_nlp.desk import Desk
from policy_nlp.errors import InputError
from policy_nlp.reporting.comparison_forms import ComparisonForm
from policy_nlp.reporting.desk.words import Basis, basis

_NO_TERMINAL = (120, 24)
_CHAIN_FORMS = (ComparisonForm.JSON, ComparisonForm.MD, ComparisonForm.TABLE)
_OVERVIEW = "overview"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user wants to see, and where."""

    form: ComparisonForm
    lang: str
    output: str
    with_extractions: bool = False
    chain: bool = False

    @property
    def columns(self) -> int:
        """The width of the terminal."""
        return get_terminal_size(_NO_TERMINAL).columns


def prepare(wanted: Wanted, arguments: Sequence[str], inputs: Sequence[Input]) -> Sink:
    """Return the place for the results; raises InputError, before anything is read, where there can be none."""
    form = wanted.form
    if wanted.chain and form not in _CHAIN_FORMS:
        raise InputError("chain_form", path=STDIN, form=form.value, known=" ".join(_CHAIN_FORMS))
    if wanted.chain or form.together:
        if Path(wanted.output).is_dir() and wanted.output != STDIN:
            raise InputError("is_folder", path=wanted.output)
        return lambda name, result: deliver(result, wanted.output)
    if form is ComparisonForm.DOCX and len(inputs) > 1 and wanted.output == STDIN:
        raise InputError("one_document_a_file", path=STDIN, form=form.value)
    return sink_for(wanted.output, arguments, inputs, suffix=form.suffix, opening="")


def write(wanted: Wanted, done: Compared, desk: Desk, sink: Sink) -> None:
    """Hand the results to `sink`; where nothing could be compared, there are none."""
    if not done.by_name:
        return
    rests_on = basis(desk, _configuration())
    if wanted.chain:
        from policy_nlp.reporting.desk.chain import chain_text

        sink(_OVERVIEW, chain_text(done.comparisons, wanted.form, wanted.lang, columns=wanted.columns))
    elif wanted.form.together:
        sink(_OVERVIEW, _together(wanted, desk, rests_on))
    else:
        _write_each(wanted, done, desk, rests_on, sink)


def _configuration() -> str | None:
    path = find_configuration(Path.cwd()).path
    return str(path) if path else None


def _together(wanted: Wanted, desk: Desk, rests_on: Basis) -> Result:
    if wanted.form is ComparisonForm.XLSX:
        from policy_nlp.reporting.desk.workbook import desk_workbook

        return desk_workbook(desk, rests_on, wanted.lang)
    from policy_nlp.reporting.desk.page import desk_page

    return desk_page(desk, rests_on, wanted.lang)


def _write_each(wanted: Wanted, done: Compared, desk: Desk, rests_on: Basis, sink: Sink) -> None:
    """A result for each plan; Markdown about several begins with the overview of all."""
    if wanted.form is ComparisonForm.MD and len(done.by_name) > 1:
        from policy_nlp.reporting.desk.markdown import desk_markdown

        sink(_OVERVIEW, desk_markdown(desk, rests_on, wanted.lang))
    on_one_line = wanted.output == STDIN and len(done.by_name) + len(done.failures) > 1
    for name, comparison in done.by_name.items():
        sink(name, _one(wanted, desk, comparison, rests_on, on_one_line=on_one_line))


def _one(wanted: Wanted, desk: Desk, comparison: Comparison, rests_on: Basis, *, on_one_line: bool) -> Result:
    if wanted.form is ComparisonForm.DOCX:
        from policy_nlp.reporting.desk.letter import gap_letter

        return gap_letter(desk, comparison.local, rests_on, wanted.lang)
    from policy_nlp.reporting.comparisons import comparison_text

    return comparison_text(
        comparison,
        form=wanted.form,
        lang=wanted.lang,
        columns=wanted.columns,
        with_extractions=wanted.with_extractions,
        on_one_line=on_one_line,
        decisions=desk.decisions,
    )
