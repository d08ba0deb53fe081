"""The title that a plan or a section has where its tag does not say it: what its first line says."""

from __future__ import annotations

_PUNCTUATION = "）)、.．:：。;；】］]–— \t\u3000"
_OPENING = {"）": "（", ")": "(", "】": "【", "］": "［", "]": "["}
_MARKDOWN = "#*_ \t\u3000"
_NUMBER_WITHIN = 24


def first_line(text: str) -> str:
    """Return the first line that says anything, without blanks and Markdown marks at its rim.

    >>> first_line("## 青屿县防汛方案\\n各镇：")
    '青屿县防汛方案'
    """
    lines = (line.strip().strip(_MARKDOWN) for line in text.lstrip().splitlines())
    return next((line for line in lines if line), "")


def heading(text: str, number: str) -> str:
    """Return the title of a section whose heading begins `text`: its first line behind the number.

    >>> heading("（一）强化监测预警。", "一"), heading("Action 3 – Cleaner buses (2026)", "3")
    ('强化监测预警', 'Cleaner buses (2026)')
    """
    line = first_line(text)
    at = line.find(number, 0, _NUMBER_WITHIN + len(number)) if number else -1
    return _without_rim(line[at + len(number) :] if at >= 0 else line)


def _without_rim(title: str) -> str:
    """Return the title without punctuation at its rim; a bracket that closes one inside stays."""
    bare = title.strip(_PUNCTUATION)
    behind = title.lstrip(_PUNCTUATION)[len(bare) : len(bare) + 1]
    opening = _OPENING.get(behind)
    return bare + behind if opening and bare.count(opening) > bare.count(behind) else bare
