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
_SHALLOW = tags("shallow")


@dataclass(slots=True)
class _Depth:
    """How many elements of each name are open, and how many tags were left out because of it."""

    open: Counter[str] = field(default_factory=Counter)
    total: int = 0
    cut: int = 0

    def admits(self, name: str, *, closing: bool) -> bool:
        """Count one tag; whether it may stay."""
        if name in _SHALLOW:
            return True
        return self._close(name) if closing else self._open(name)

    def _open(self, name: str) -> bool:
        if self.total >= MAX_DEPTH:
            self.cut += 1
            return False
        self.open[name] += 1
        self.total += 1
        return True

    def _close(self, name: str) -> bool:
        # A stray `</div>` closes nothing, and must not make room for a further `<div>`.
        if self.open[name] > 0:
            self.open[name] -= 1
            self.total -= 1
        return True


def tame(source: str) -> tuple[str, int]:
    """Return `source` without comments, scripts and tags nested too deep, and how many such tags there were.

    >>> tame("<p>Plan<!-- draft --><script>if (a < b) run()</script></p>")
    ('<p>Plan</p>', 0)
    """
    # Behind the last `>` no tag can end; to look for one from every `<` there would take forever.
    last = source.rfind(">") + 1
    depth = _Depth()
    kept: list[str] = []
    position = 0
    while tag := _TAG.search(source, position, last):
        kept.append(source[position : tag.start()])
        position = _after(source, tag)
        if position == tag.end() and depth.admits(tag[2].lower(), closing=bool(tag[1])):
            kept.append(tag[0])
    return "".join([*kept, source[position:]]), depth.cut


def _after(source: str, tag: re.Match[str]) -> int:
    """Where reading goes on: behind the tag, or behind all that a comment or script holds."""
    if tag[0] == "<!--":
        end = source.find("-->", tag.start() + 2)
        return end + 3 if end >= 0 else len(source)
    name = tag[2].lower()
    if tag[1] or name not in _SILENT:
        return tag.end()
    closing = re.compile(rf"</{name}\b[^>]*>", re.IGNORECASE).search(source, tag.end())
    return closing.end() if closing else len(source)
