"""What the user says of the documents to be read, and reading them so."""

from __future__ import annotations

from dataclasses import dataclass

from policy_nlp.commands.inputs import Input
from policy_nlp.schema import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentOptions:
    """Language, first month of the issuer's fiscal year and encoding, each None where it shall be found.

    `model` is the folder of a model that reads beside the rules.
    """

    language: str | None = None
    fiscal_start: int | None = None
    encoding: str | None = None
    model: str | None = None

    def read(self, item: Input) -> Document:
        """Return the document in an input; raises InputError, naming file and cause, where it cannot be read."""
        from policy_nlp.pipeline import from_page

        page = item.page(self.encoding)
        document = from_page(page, language=self.language, id=item.id or None, fiscal_start=self.fiscal_start)
        if self.model is None:
            return document
        from policy_nlp.learning.hybrid.loading import run_with

        return run_with(document, self.model)
