"""A frame as the bytes of a file."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from policy_nlp.errors import InputError
from policy_nlp.frames.forms import TableForm
from policy_nlp.reporting.task_csv import neutral

if TYPE_CHECKING:
    import pandas as pd


def written(frame: pd.DataFrame, form: TableForm) -> bytes:
    """Return `frame` in `form`; raises InputError where Parquet is asked for and its extra is not installed.

    A CSV has a byte order mark, and no cell that a spreadsheet would take for a formula.
    """
    if form is TableForm.PARQUET:
        return _parquet(frame)
    if form is TableForm.JSONL:
        content = frame.to_json(orient="records", lines=True, force_ascii=False, date_format="iso", date_unit="s")
        return str(content).encode("utf-8", "replace")
    words = [str(name) for name, kind in frame.dtypes.items() if kind == "string"]
    safe = frame.assign(**{name: frame[name].map(neutral, na_action="ignore") for name in words})
    return b"\xef\xbb\xbf" + safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8", "replace")


def _parquet(frame: pd.DataFrame) -> bytes:
    out = BytesIO()
    try:
        frame.to_parquet(out, index=False)
    except ImportError as error:
        raise InputError("extra_missing", path="-", library="pyarrow", extra="parquet") from error
    return out.getvalue()
