"""Fields of a Word text: what they show counts, their codes do not, and tables of contents are set aside."""

from __future__ import annotations

from dataclasses import dataclass, field

_CONTENTS = (["TOC"], ["INDEX"], ["TOA"])


@dataclass(slots=True)
class _Field:
    """A field that is open."""

    code: str = ""
    in_code: bool = True

    @property
    def is_contents(self) -> bool:
        return is_contents_code(self.code)


@dataclass(slots=True)
class Fields:
    """The fields open at the place reached; they may reach over paragraphs."""

    keep_contents: bool = False
    set_aside: int = 0
    _open: list[_Field] = field(default_factory=list)

    def mark(self, kind: str | None) -> None:
        """Take up one `w:fldChar`.

        >>> fields = Fields(); fields.mark("begin"); fields.code("TOC \\\\o"); fields.mark("separate"); fields.hides
        True
        """
        if kind == "begin":
            self._open.append(_Field())
        elif self._open and kind == "separate":
            self._open[-1].in_code = False
            self.set_aside += self._open[-1].is_contents
        elif self._open and kind == "end":
            self._open.pop()

    def code(self, text: str) -> None:
        """Take up a piece of a field's code."""
        if self._open and self._open[-1].in_code:
            self._open[-1].code += text

    def end_paragraph(self) -> None:
        """Give up fields without a result: a code that never ends must not swallow the text behind it."""
        self._open = [item for item in self._open if not item.in_code]

    @property
    def hides(self) -> bool:
        """Whether text at this place is a code, or belongs to a table of contents."""
        return any(item.in_code or (item.is_contents and not self.keep_contents) for item in self._open)

    @property
    def is_open(self) -> bool:
        """Whether a table of contents has begun that did not end."""
        return any(item.is_contents for item in self._open)


def is_contents_code(code: str | None) -> bool:
    """Return whether a field code makes a table of contents.

    >>> is_contents_code(' TOC \\\\o "1-3"'), is_contents_code("PAGE"), is_contents_code(None)
    (True, False, False)
    """
    return (code or "").upper().split(None, 1)[:1] in _CONTENTS
