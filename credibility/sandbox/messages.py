"""What passes between program and guarded process: pickles, each with its length before it."""

import io
import pickle
import struct
from typing import IO, Any

_LENGTH = struct.Struct(">Q")
_SAFE_MODULES = ("credibility.model", "datetime")


class DamagedMessageError(ValueError):
    """The other side sent what it must not."""


class _ModelUnpickler(pickle.Unpickler):
    """Builds nothing but the glossary's values and dates, whatever the other process sends."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith(_SAFE_MODULES) and "." not in name:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not a part of an article")


def send(stream: IO[bytes], value: object) -> None:
    """Write one value."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message's bytes; None when the other side is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def answer_in(data: bytes) -> tuple[str, Any]:
    """The kind and the value of an answer from the process, which is not trusted. Raises DamagedMessageError."""
    try:
        kind, value = _ModelUnpickler(io.BytesIO(data)).load()
    except (pickle.UnpicklingError, ValueError, TypeError, EOFError, AttributeError, ImportError, IndexError, KeyError) as error:
        raise DamagedMessageError(str(error)) from error
    return kind, value
