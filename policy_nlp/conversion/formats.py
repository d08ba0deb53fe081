"""The table of formats: what reads one, what writes one, and how its files are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policy_nlp.conversion.brat import write_brat
from policy_nlp.conversion.brat_reading import read_brat
from policy_nlp.conversion.cas import write_cas
from policy_nlp.conversion.cas_reading import read_cas
from policy_nlp.conversion.conll import read_conll, write_conll
from policy_nlp.conversion.conll_two import group_of, read_bio, write_bio
from policy_nlp.conversion.docbin import read_docbin, write_docbin
from policy_nlp.conversion.doccano import read_doccano, write_doccano
from policy_nlp.conversion.features import COLUMNS
from policy_nlp.conversion.gold import read_gold, write_gold
from policy_nlp.conversion.hub import read_parquet, read_rows, write_parquet, write_rows
from policy_nlp.conversion.label_studio import write_label_studio
from policy_nlp.conversion.label_studio_reading import read_label_studio
from policy_nlp.conversion.marked.documents import SUFFIX as MARKED_SUFFIX
from policy_nlp.conversion.marked.files import read_marked_file, write_marked_files
from policy_nlp.conversion.names import FormatName
from policy_nlp.schema import Document


def _always(_: Any) -> bool:
    return True


def _itself(path: Path) -> Path:
    return path


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `suffixes` are those of the files to be read; `fits` tells those of one suffix apart.

    `is_bundle`: one file holds all documents. `tells_review`: its files say who has reviewed what. `group` gives the
    path that stands for files which belong together.
    """

    read: Callable[[Path], Iterable[Document]]
    write: Callable[[Sequence[Document]], Mapping[str, bytes]]
    suffixes: tuple[str, ...]
    is_bundle: bool = False
    tells_review: bool = False
    fits: Callable[[Any], bool] = _always
    group: Callable[[Path], Path] = _itself


def _is_export(value: Any) -> bool:
    task = value[0] if isinstance(value, list) and value else value
    return isinstance(task, Mapping) and isinstance(task.get("data"), Mapping)


def _is_entities(value: Any) -> bool:
    return isinstance(value, Mapping) and "text" in value and not {"entities", "label", "labels"}.isdisjoint(value)


def _is_row(value: Any) -> bool:
    return isinstance(value, Mapping) and COLUMNS.keys() <= value.keys() and "schema_version" not in value


def _is_gold(value: Any) -> bool:
    return isinstance(value, Mapping) and {"id", "language", "tasks"} <= value.keys()


_JSON = (".json", ".jsonl")

FORMATS: Mapping[FormatName, Format] = {
    FormatName.LABEL_STUDIO: Format(
        read_label_studio, write_label_studio, _JSON, is_bundle=True, tells_review=True, fits=_is_export
    ),
    FormatName.DOCCANO: Format(read_doccano, write_doccano, (".jsonl",), is_bundle=True, fits=_is_entities),
    FormatName.DATASETS: Format(read_rows, write_rows, (".jsonl",), is_bundle=True, fits=_is_row),
    FormatName.GOLD: Format(read_gold, write_gold, _JSON, fits=_is_gold),
    FormatName.MARKED: Format(read_marked_file, write_marked_files, (MARKED_SUFFIX,)),
    FormatName.BRAT: Format(read_brat, write_brat, (".ann",)),
    FormatName.INCEPTION: Format(read_cas, write_cas, (".xmi", ".zip")),
    FormatName.CONLL: Format(read_conll, write_conll, (".conll",)),
    FormatName.BIO: Format(read_bio, write_bio, (".bio",), group=group_of),
    FormatName.SPACY: Format(read_docbin, write_docbin, (".spacy",), is_bundle=True),
    FormatName.PARQUET: Format(read_parquet, write_parquet, (".parquet",), is_bundle=True),
}
