"""The child process in which untrusted files are parsed: one request, one answer, until the parent closes the pipe."""

from __future__ import annotations

import json
import os
import sys
from typing import Any, BinaryIO

from policy_nlp.errors import InputError
from policy_nlp.reading.frames import receive, send
from policy_nlp.reading.page import Content


def main() -> None:
    """Answer requests from standard input on standard output; what parsers print goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers)


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Read each file that comes in and give back its content, or the error that it raises."""
    while (head := receive(requests)) is not None:
        data = receive(requests) or b""
        request = json.loads(head)
        _limit(request["memory"], request["seconds"])
        send(answers, json.dumps(_answer(data, request)).encode())


def _answer(data: bytes, request: dict[str, Any]) -> dict[str, Any]:
    from policy_nlp.reading.dispatch import reader_of

    path = request["path"]
    try:
        content = reader_of(request["kind"], path)(data, path, request["encoding"])
    except InputError as error:
        fields = {name: value if isinstance(value, int) else str(value) for name, value in error.fields.items()}
        return {"error": {"code": error.code, "path": error.path, "place": error.place} | fields}
    except MemoryError:
        return {"error": {"code": "reader_memory", "path": path}}
    except RecursionError:
        return {"error": {"code": "damaged_file", "path": path, "cause": "nested too deep"}}
    return _plain(content)


def _plain(content: Content) -> dict[str, Any]:
    """What goes over the pipe is JSON: a child that was taken over must not hand its parent anything to execute."""
    from dataclasses import astuple

    notes = [(note.code, note.severity, note.message, note.span) for note in content.diagnostics]
    return {"text": content.text, "blocks": [astuple(block) for block in content.blocks], "notes": notes}


def _limit(memory: int, seconds: int) -> None:
    """Bound what the next file may take. Windows has no such limits, and macOS none for memory: there the clock of the
    parent and the counted bytes of zip files remain."""
    try:
        import resource
    except ImportError:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(usage.ru_utime + usage.ru_stime) + 1
    for limit, value in ((resource.RLIMIT_CPU, spent + seconds), (resource.RLIMIT_AS, memory)):
        hard = resource.getrlimit(limit)[1]
        soft = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(limit, (soft, hard))
        except (ValueError, OSError):
            continue


if __name__ == "__main__":
    main()
