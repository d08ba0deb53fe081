"""Messages over a pipe: the length in eight bytes, then as many bytes."""

from __future__ import annotations

from typing import BinaryIO

_LENGTH = 8


def send(stream: BinaryIO, message: bytes) -> None:
    """Write one message.

    >>> from io import BytesIO
    >>> pipe = BytesIO(); send(pipe, b"plan"); pipe.getvalue()[-5:]
    b'\\x04plan'
    """
    stream.write(len(message).to_bytes(_LENGTH, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Return the next message, or None where the stream ends before one is complete.

    >>> from io import BytesIO
    >>> receive(BytesIO(bytes(7) + b"\\x04plan")), receive(BytesIO(b""))
    (b'plan', None)
    """
    head = stream.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    size = int.from_bytes(head, "big")
    message = stream.read(size)
    return message if len(message) == size else None
