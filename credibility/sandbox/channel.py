"""The program's end of the pipe to a guarded process. One thread writes, one reads: so nobody waits on a process that does neither."""

import os
import queue
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO, TypeAlias

from credibility.sandbox.frames import receive, send, send_in_pieces

_PIECE = 1 << 20
_MOST_ANSWERS = 4
"""That can wait to be taken: its greeting, one that was asked for ahead, the one that is wanted, and its end."""

Message: TypeAlias = bytes | BinaryIO
"""A file's bytes are a message too; the channel closes the file."""


class Channel:
    """Carries messages to a process and back, in order."""

    def __init__(self, process: subprocess.Popen[bytes], limit: int) -> None:
        """`limit` is the length that an answer may have, in bytes."""
        self._process = process
        self._limit = limit
        self._outgoing: queue.Queue[Message | None] = queue.Queue()
        self._answers: queue.Queue[bytes | None] = queue.Queue(_MOST_ANSWERS)
        for work in (self._write, self._read):
            threading.Thread(target=work, daemon=True).start()

    def say(self, *messages: Message) -> None:
        """Have these sent; returns at once. Whoever waits for the answer learns when the process has ended."""
        for message in messages:
            self._outgoing.put(message)

    def next(self, seconds: float) -> bytes | None:
        """The next answer; None when the process has ended. Raises TimeoutError."""
        try:
            return self._answers.get(timeout=seconds)
        except queue.Empty:
            raise TimeoutError from None

    @property
    def waiting(self) -> int:
        """How many answers have come and were not taken."""
        return self._answers.qsize()

    def close(self) -> None:
        """Let both threads end, once the process has."""
        self._outgoing.put(None)

    def _write(self) -> None:
        stream = self._process.stdin
        assert stream is not None
        try:
            while (message := self._outgoing.get()) is not None:
                if isinstance(message, bytes):
                    send(stream, message)
                else:
                    with message:
                        send_in_pieces(stream, os.fstat(message.fileno()).st_size, _pieces(message))
        except (OSError, ValueError):
            self._process.kill()  # it is gone already, or the file was cut short while it was read
        with suppress(OSError):
            stream.close()

    def _read(self) -> None:
        """Take the process's answers; one that says more than it was asked, or what it must not, is ended."""
        stream = self._process.stdout
        assert stream is not None
        try:
            while (data := receive(stream, self._limit)) is not None:
                self._answers.put_nowait(data)
        except (OSError, ValueError, MemoryError, queue.Full):
            self._process.kill()
        with suppress(queue.Full):
            self._answers.put_nowait(None)
        with suppress(OSError):
            stream.close()


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece
