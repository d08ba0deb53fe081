"""The names of the formats that annotations can be converted from and to."""

from __future__ import annotations

from enum import StrEnum


class FormatName(StrEnum):
    """A format of annotations, under the name that one types."""

    GOLD = "gold"
    MARKED = "marked"
    LABEL_STUDIO = "label-studio"
    DOCCANO = "doccano"
    BRAT = "brat"
    INCEPTION = "inception"
    CONLL = "conll"
    BIO = "bio"
    SPACY = "spacy"
    DATASETS = "datasets"
    PARQUET = "parquet"


FORMAT_NAMES = "|".join(FormatName)
"""All names as a help page shows them."""
