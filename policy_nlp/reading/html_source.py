"""HTML before it is parsed: scripts and comments gone, nesting within bounds, so that a hostile page cannot hang us."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from policy_nlp.reading.html_data import tags

MAX_DEPTH = 200
"""How many elements may lie in one another; pages that people write stay under 60."""

# A quoted value may hold `>`. Possessive throughout, so that no text can make it step back.
_TAG = re.compile(r"""<!--|<(/?)([a-zA-Z][^\s/>]*+)(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>""")
_SILENT = tags("silent")
_SWALLOWING = tags("swallowing")
_SHALLOW = tags("shallow")


@dataclass(slots=True)
class _Page:
    """Reading through the tags of a page: what is open, what was left out."""

    source: str
    last: int
    open: Counter[str] = field(default_factory=Counter)
    depth: int = 0
    cut: int = 0
    never_closed: set[str] = field(default_factory=set)

    def keeps(self, tag: re.Match[str]) -> bool:
        """Count one tag; whether it stays."""
        name = tag[2].lower() if tag[2] else ""
        if not name or name in _SILENT:
            return False
        if name in _SHALLOW:
            return True
        return self._close(name) if tag[1] else self._open(name)

    def _open(self, name: str) -> bool:
        if self.depth >= MAX_DEPTH:
            self.cut += 1
            return False
        self.open[name] += 1
        self.depth += 1
        return True

    def _close(self, name: str) -> bool:
        # A stray `</div>` closes nothing, and must not make room for a further `<div>`.
        if self.open[name] > 0:
            self.open[name] -= 1
            self.depth -= 1
        return True

    def after(self, tag: re.Match[str]) -> int:
        """Where reading goes on: behind the tag, or behind all that a comment or a silent element holds."""
        name = tag[2].lower() if tag[2] else ""
        if not name:
            end = self.source.find("-->", tag.start() + 2)
            return end + 3 if end >= 0 else len(self.source)
        holds = name in _SILENT and not tag[1] and not tag[0].endswith("/>")
        return self._after_element(name, tag.end()) if holds and name not in self.never_closed else tag.end()

    def _after_element(self, name: str, start: int) -> int:
        closing = re.compile(rf"</{name}\b[^>]*>", re.IGNORECASE).search(self.source, start, self.last)
        if closing:
            return closing.end()
        self.never_closed.add(name)
        return len(self.source) if name in _SWALLOWING else start


def tame(source: str) -> tuple[str, int]:
    """Return `source` without comments, scripts and tags nested too deep, and how many such tags there were.

    >>> tame("<p>Plan<!-- draft --><script>if (a < b) run()</script></p>")
    ('<p>Plan</p>', 0)
    """
    # Behind the last `>` no tag can end; to look for one from every `<` there would take forever.
    page = _Page(source, source.rfind(">") + 1)
    kept: list[str] = []
    position = 0
    while tag := _TAG.search(source, position, page.last):
        kept.append(source[position : tag.start()])
        position = page.after(tag)
        if page.keeps(tag):
            kept.append(tag[0])
    return "".join([*kept, source[position:]]), page.cut
