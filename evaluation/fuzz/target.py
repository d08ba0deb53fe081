"""What must hold for any bytes under any name: a sound page, or an error of ours that says what is wrong.

Run it with `python -m evaluation.fuzz.target SECONDS`; with atheris installed it is led by coverage.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from policy_nlp.errors import InputError
from policy_nlp.messages import LANGUAGES, error_text
from policy_nlp.reading.dispatch import reader_of
from policy_nlp.reading.media import SUFFIXES, detect
from policy_nlp.reading.page import Content

CORPUS = Path(__file__).parent / "corpus"
# Those hand the file to another program, which is not what is tried here.
_OTHER_PROGRAMS = frozenset({".doc", ".dot", ".wps", ".rtf", ".odt"})
SUFFIXES_TRIED = tuple(suffix for suffix in SUFFIXES if suffix not in _OTHER_PROGRAMS)


def try_bytes(data: bytes, suffix: str) -> Content | InputError:
    """Return the page, or the error of ours, that `data` gives under a name that ends in `suffix`."""
    path = f"plan{suffix}"
    try:
        content = reader_of(detect(path, data), path)(data, path, None)
    except InputError as error:
        assert all(error_text(error, lang) for lang in LANGUAGES)
        return error
    for block in content.blocks:
        assert 0 <= block.span[0] < block.span[1] <= len(content.text), block
    return content


def changed(data: bytes, chance: random.Random) -> bytes:
    """Return `data` with a few bytes flipped, cut out or doubled."""
    mutated = bytearray(data or b"\0")
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(mutated) + 1)
        end = min(len(mutated), start + chance.randint(0, 40))
        piece = bytes(mutated[start:end])
        mutated[start:end] = chance.choice([b"", piece * 2, chance.randbytes(len(piece))])
    return bytes(mutated)


def run(seconds: float, *, seed: int = 0) -> int:
    """Try changed files of the corpus for so many seconds; return how many were tried."""
    chance = random.Random(seed)
    files = sorted(CORPUS.iterdir())
    until, tried = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        file = chance.choice(files)
        data = changed(file.read_bytes(), chance)
        try:
            try_bytes(data, file.suffix)
        except BaseException:
            (CORPUS / f"found-{seed}-{tried}{file.suffix}").write_bytes(data)
            raise
        tried += 1
    return tried


def _led_by_coverage() -> None:
    import atheris

    def one(data: bytes) -> None:
        place = data[0] if data else 0
        try_bytes(data[1:], SUFFIXES_TRIED[place % len(SUFFIXES_TRIED)])

    atheris.instrument_all()
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1].isdigit():
        print(run(float(sys.argv[1])))
    else:
        _led_by_coverage()
