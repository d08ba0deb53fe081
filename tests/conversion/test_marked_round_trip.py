"""Any document comes back from its marked-up text as it was."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from policy_nlp.conversion.marked import Marked, read_marked, write_marked
from policy_nlp.schema import (
    Baseline,
    Deadline,
    DeadlineKind,
    Document,
    Modality,
    Plan,
    Role,
    Section,
    SectionType,
    Source,
    Span,
    Target,
    TargetKind,
    Task,
    Unit,
)

CHARACTERS = st.characters(exclude_categories=("Cs",)) | st.sampled_from("<>&\"'=/~-+lt;amp quot\r\n\t 一（）.。𠮷😀")
WORDS = st.text(CHARACTERS, max_size=12)
MAYBE = st.none() | WORDS
PATHS = st.lists(WORDS, max_size=3).map(tuple)
TEXTS = st.text(CHARACTERS, min_size=1, max_size=60)
FIGURES = st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A text with records anywhere in it: nested, crossing, repeated, inside and outside of tasks."""
    text = draw(TEXTS)
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda span: span[0] < span[1])
    plans = [
        Plan(f"p{number}", draw(WORDS), span, *draw(st.tuples(*[MAYBE] * 4))) for number, span in draw(_some(spans))
    ]
    sections = [
        Section(
            f"s{number}", draw(WORDS), draw(WORDS), draw(WORDS), draw(st.integers(1, 5)), draw(_of(SectionType)), span
        )
        for number, span in draw(_some(spans))
    ]
    tasks = [
        Task(
            f"t{number}",
            "p1",
            draw(st.none() | st.just("s1")),
            draw(WORDS),
            span,
            text[slice(*span)],
            draw(WORDS),
            draw(PATHS),
        )
        for number, span in draw(_some(spans))
    ]
    names = st.sampled_from([task.id for task in tasks]) if tasks else st.nothing()
    units = [draw(_units(text, span, names)) for _, span in draw(_some(spans))]
    deadlines = [draw(_deadlines(text, span, names)) for _, span in draw(_some(spans))]
    targets = [draw(_targets(text, span, names)) for _, span in draw(_some(spans))]
    kinds = [plans, sections, tasks, units, deadlines, targets]
    return Document("d", "zh", text, draw(_sources()), *map(tuple, kinds))


def _some(spans: st.SearchStrategy[Span]) -> st.SearchStrategy[list[tuple[int, Span]]]:
    return st.lists(spans, max_size=4).map(lambda found: list(enumerate(found, 1)))


def _of(kind: type) -> st.SearchStrategy:
    return st.sampled_from(list(kind))


def _sources() -> st.SearchStrategy[Source]:
    return st.builds(Source, MAYBE, MAYBE, MAYBE, MAYBE)


def _units(text: str, span: Span, names: st.SearchStrategy[str]) -> st.SearchStrategy[Unit]:
    tasks = st.lists(names, unique=True).map(tuple) if not names.is_empty else st.just(())
    words = (MAYBE, MAYBE, MAYBE, MAYBE, st.booleans(), MAYBE, st.none() | st.just((2, 5)))
    return st.builds(Unit, st.just(text[slice(*span)]), st.just(span), _of(Role), tasks, *words)


def _deadlines(text: str, span: Span, names: st.SearchStrategy[str]) -> st.SearchStrategy[Deadline]:
    value = st.none() | WORDS.filter(lambda word: word not in ("", "-"))
    words = (_of(DeadlineKind), value, st.none() | names, MAYBE, _of(Modality), MAYBE, MAYBE)
    return st.builds(Deadline, st.just(text[slice(*span)]), st.just(span), *words)


def _targets(text: str, span: Span, names: st.SearchStrategy[str]) -> st.SearchStrategy[Target]:
    return st.builds(
        Target,
        quote=st.just(text[slice(*span)]),
        span=st.just(span),
        kind=_of(TargetKind),
        op=st.sampled_from([">=", ">", "<=", "<", "=", "~", "+", "-"]),
        value=FIGURES | st.tuples(FIGURES, FIGURES),
        unit=st.none() | WORDS.filter(lambda word: word != "-"),
        bound=st.none() | st.sampled_from([">=", "="]),
        of=MAYBE,
        subject=MAYBE,
        deadline=MAYBE,
        task=st.none() | names,
        baseline=st.none() | st.builds(Baseline, WORDS, st.none() | st.integers(1900, 2100)),
    )


@settings(max_examples=200, deadline=None)
@given(documents())
def test_what_is_written_is_read(document: Document) -> None:
    assert read_marked(write_marked(Marked(document))).document == document


@given(st.dictionaries(st.sampled_from(["genre", "family"]), WORDS), st.lists(WORDS))
def test_the_header_comes_back(words: dict[str, str], layout: list[str]) -> None:
    document = Document("d", "zh", "正文")
    header = words | {"layout": layout}
    assert read_marked(write_marked(Marked(document, header))) == Marked(replace(document), header)
