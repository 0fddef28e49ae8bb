"""Length-prefixed messages on a pipe. The other side is not trusted: a length above the limit is refused before anything is read,
and memory is allocated only for bytes that have arrived.
"""

import struct
from collections.abc import Iterable
from typing import IO

_LENGTH = struct.Struct(">Q")
_PIECE = 1 << 20


class DamagedMessageError(ValueError):
    """The other side sent a message that is too long or not in the agreed form."""


def send(stream: IO[bytes], data: bytes) -> None:
    """Write one message."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def send_in_pieces(stream: IO[bytes], length: int, pieces: Iterable[bytes]) -> None:
    """Write one message of a known length. Raises ValueError when the pieces are too short; the stream is unusable after that."""
    stream.write(_LENGTH.pack(length))
    for piece in pieces:
        stream.write(piece[:length])
        length -= len(piece)
        if length <= 0:
            break
    if length > 0:
        raise ValueError("the file was cut short while it was read")
    stream.flush()


def receive(stream: IO[bytes], limit: int) -> bytes | None:
    """The next message of at most `limit` bytes; None when the other side has closed. Raises DamagedMessageError."""
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
