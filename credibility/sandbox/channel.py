"""The program's end of the pipe to a guarded process. Separate threads write and read, so a process that does neither blocks no one."""

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
"""Answers that can be queued: the greeting, one requested in advance, the one that is wanted, and the end of the stream."""

Message: TypeAlias = bytes | BinaryIO
"""A file is sent as a message of its bytes; the channel closes it."""


class Channel:
    """Carries messages to a process and back, in order."""

    def __init__(self, process: subprocess.Popen[bytes], limit: int) -> None:
        """`limit` is the greatest length of an answer, in bytes."""
        self._process = process
        self._limit = limit
        self._outgoing: queue.Queue[Message | None] = queue.Queue()
        self._answers: queue.Queue[bytes | None] = queue.Queue(_MOST_ANSWERS)
        for work in (self._write, self._read):
            threading.Thread(target=work, daemon=True).start()

    def say(self, *messages: Message) -> None:
        """Queue these messages; returns immediately. If the process has ended, `next` will say so."""
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
        """How many answers have arrived and not been taken."""
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
            self._process.kill()  # it has already ended, or the file was truncated while being read
        with suppress(OSError):
            stream.close()

    def _read(self) -> None:
        """Queue the process's answers; kill it when it sends more than was asked for, or something malformed."""
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
