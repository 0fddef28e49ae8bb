"""Messages on a pipe: each with its length before it. The other side is not believed: a length above the limit is refused before a byte
of it is read, and memory is taken only for bytes that have come.
"""

import struct
from typing import IO

_LENGTH = struct.Struct(">Q")
_PIECE = 1 << 20


class DamagedMessageError(ValueError):
    """The other side sent what it must not: too much of it, or not in the shape agreed on."""


def send(stream: IO[bytes], data: bytes) -> None:
    """Write one message."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes], limit: int) -> bytes | None:
    """The next message of at most `limit` bytes; None when the other side is gone. Raises DamagedMessageError."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > limit:
        raise DamagedMessageError(f"{length} bytes where {limit} are allowed")
    data = bytearray()
    while len(data) < length:
        piece = stream.read(min(_PIECE, length - len(data)))
        if not piece:
            return None
        data += piece
    return bytes(data)
